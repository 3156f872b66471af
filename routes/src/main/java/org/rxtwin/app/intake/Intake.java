package org.rxtwin.app.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
 * Decides what becomes of a frame. Accepted is said only of what the journal holds, and of what is
 * of no use only where the quarantine holds it: a frame is kept with all its messages or with none.
 * Each message is answered by itself.
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
    List<JournalEntry> kept = new ArrayList<>();
    for (EnvelopeReading reading : frame.readings()) {
      entry(reading).ifPresent(kept::add);
    }
    for (UnusableEnvelope uneven : frame.uneven()) {
      LOG.warn("intake.batch-uneven {}", uneven.fault().reason());
      counts.add(Count.BATCHES_UNEVEN, 1);
      kept.add(entries.quarantined(uneven));
    }
    return stored(kept, lane)
        .thenApply(done -> Reply.of(answers(frame, this::taken)))
        .exceptionally(failure -> notStored(frame, failure));
  }

  private CompletableFuture<Void> stored(List<JournalEntry> kept, int lane) {
    return switch (kept.size()) {
      case 0 -> CompletableFuture.completedFuture(null);
      case 1 -> journal.store(lane, kept.get(0));
      default -> journal.storeTogether(lane, kept);
    };
  }

  private Optional<JournalEntry> entry(EnvelopeReading reading) {
    if (reading instanceof Envelope envelope) {
      return Optional.of(entries.taken(envelope));
    }
    if (reading instanceof UnusableEnvelope unusable) {
      JournalEntry entry = entries.quarantined(unusable);
      LOG.info("intake.unusable id={} code={}", entry.messageId(), unusable.fault().code());
      return Optional.of(entry);
    }
    return Optional.empty();
  }

  /** Of bytes outside a frame that have no head nobody waits for an answer. */
  private static List<byte[]> answers(
      ReadFrame frame, Function<EnvelopeReading, Optional<byte[]>> answer) {
    boolean rest = frame.frame().ending() == MllpFrame.Ending.NOT_BEGUN;
    return frame.readings().stream()
        .filter(each -> !rest || !each.header().equals(MshHeader.UNREADABLE))
        .flatMap(each -> answer.apply(each).stream())
        .toList();
  }

  private Optional<byte[]> taken(EnvelopeReading reading) {
    if (reading instanceof UnusableEnvelope unusable) {
      counts.add(Count.ERRORS, 1);
      return acknowledgements.refuse(unusable.header(), AckVerdict.ERROR, unusable.fault());
    }
    if (reading instanceof NotOurs other) {
      return rejected(other);
    }
    counts.add(Count.ACCEPTED, 1);
    return acknowledgements.accept(reading.header());
  }

  private Optional<byte[]> rejected(NotOurs other) {
    counts.add(other.header().acknowledges() ? Count.ANSWERS_TO_US : Count.REJECTED, 1);
    return acknowledgements.refuse(other.header(), AckVerdict.REJECT, other.fault());
  }

  /** Nothing of the frame is kept: each of its messages is to be sent again. */
  private Reply notStored(ReadFrame frame, Throwable failure) {
    counts.add(Count.NOT_STORED, 1);
    LOG.warn("intake.not-stored {}", kind(failure));
    EnvelopeFault fault =
        EnvelopeFault.notStored("the message could not be stored, please send it again");
    return Reply.of(
        answers(
            frame,
            reading ->
                reading instanceof NotOurs other
                    ? rejected(other)
                    : acknowledgements.refuse(reading.header(), AckVerdict.ERROR, fault)));
  }

  private static String kind(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure.getClass().getSimpleName()
        + (cause == null ? "" : " by " + cause.getClass().getSimpleName());
  }
}
