package org.rxtwin.app.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.rxtwin.app.intake.IntakeCounts.Count;
import org.rxtwin.hl7.envelope.AckVerdict;
import org.rxtwin.hl7.envelope.AckWriter;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.EnvelopeFault;
import org.rxtwin.hl7.envelope.EnvelopeReading;
import org.rxtwin.hl7.envelope.MshHeader;
import org.rxtwin.hl7.envelope.NotOurs;
import org.rxtwin.hl7.envelope.UnusableEnvelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a frame. Accepted is said only of what the journal holds; one unusable
 * envelope refuses the whole frame; a message not ours is rejected by itself.
 */
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final IntakeJournal journal;
  private final JournalEntries entries;
  private final AckWriter acknowledgements;
  private final IntakeCounts counts;

  public Intake(
      IntakeJournal journal,
      JournalEntries entries,
      AckWriter acknowledgements,
      IntakeCounts counts) {
    this.journal = journal;
    this.entries = entries;
    this.acknowledgements = acknowledgements;
    this.counts = counts;
  }

  /** The replies of a frame; never fails. Frames of one sender come with the same lane. */
  CompletableFuture<Reply> take(ReadFrame frame, int lane) {
    counts.add(Count.FRAMES, 1);
    try {
      return decided(frame, lane);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(notStored(frame, e));
    }
  }

  private CompletableFuture<Reply> decided(ReadFrame frame, int lane) {
    for (EnvelopeReading reading : frame.readings()) {
      if (reading instanceof UnusableEnvelope unusable) {
        return quarantine(unusable, frame.frame(), lane);
      }
    }
    return stored(usable(frame), lane)
        .thenApply(done -> taken(frame))
        .exceptionally(failure -> notStored(frame, failure));
  }

  private CompletableFuture<Void> stored(List<JournalEntry> usable, int lane) {
    return switch (usable.size()) {
      case 0 -> CompletableFuture.completedFuture(null);
      case 1 -> journal.store(lane, usable.get(0));
      default -> journal.storeTogether(lane, usable);
    };
  }

  private List<JournalEntry> usable(ReadFrame frame) {
    List<JournalEntry> usable = new ArrayList<>();
    for (EnvelopeReading reading : frame.readings()) {
      if (reading instanceof Envelope envelope) {
        usable.add(entries.taken(envelope));
      }
    }
    return usable;
  }

  private CompletableFuture<Reply> quarantine(
      UnusableEnvelope unusable, MllpFrame frame, int lane) {
    JournalEntry entry = entries.quarantined(unusable, frame.bytes());
    counts.add(Count.ERRORS, 1);
    LOG.info("intake.unusable id={} code={}", entry.messageId(), unusable.fault().code());
    return journal
        .store(lane, entry)
        .handle(
            (done, failure) -> {
              if (failure != null) {
                LOG.warn("intake.quarantine-lost id={} {}", entry.messageId(), kind(failure));
              }
              return refused(unusable.header(), unusable.fault());
            });
  }

  private Reply taken(ReadFrame frame) {
    List<byte[]> replies = new ArrayList<>();
    for (EnvelopeReading reading : frame.readings()) {
      answer(reading).ifPresent(replies::add);
    }
    return Reply.of(replies);
  }

  private Optional<byte[]> answer(EnvelopeReading reading) {
    if (reading instanceof NotOurs other) {
      counts.add(Count.REJECTED, 1);
      return acknowledgements.refuse(other.header(), AckVerdict.REJECT, other.fault());
    }
    counts.add(Count.ACCEPTED, 1);
    return acknowledgements.accept(reading.header());
  }

  private Reply notStored(ReadFrame frame, Throwable failure) {
    counts.add(Count.NOT_STORED, 1);
    LOG.warn("intake.not-stored {}", kind(failure));
    return refused(
        frame.readings().get(0).header(),
        EnvelopeFault.notStored("the message could not be stored, please send it again"));
  }

  private Reply refused(MshHeader header, EnvelopeFault fault) {
    return Reply.of(
        acknowledgements.refuse(header, AckVerdict.ERROR, fault).map(List::of).orElse(List.of()));
  }

  private static String kind(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure.getClass().getSimpleName()
        + (cause == null ? "" : " by " + cause.getClass().getSimpleName());
  }
}
