package org.rxtwin.hl7.segment;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.v281.message.ORU_R01;
import ca.uhn.hl7v2.model.v281.segment.AL1;
import ca.uhn.hl7v2.model.v281.segment.DG1;
import ca.uhn.hl7v2.model.v281.segment.EVN;
import ca.uhn.hl7v2.model.v281.segment.IAM;
import ca.uhn.hl7v2.model.v281.segment.MRG;
import ca.uhn.hl7v2.model.v281.segment.MSH;
import ca.uhn.hl7v2.model.v281.segment.NTE;
import ca.uhn.hl7v2.model.v281.segment.OBR;
import ca.uhn.hl7v2.model.v281.segment.OBX;
import ca.uhn.hl7v2.model.v281.segment.ORC;
import ca.uhn.hl7v2.model.v281.segment.PID;
import ca.uhn.hl7v2.model.v281.segment.PR1;
import ca.uhn.hl7v2.model.v281.segment.PRB;
import ca.uhn.hl7v2.model.v281.segment.PV1;
import ca.uhn.hl7v2.model.v281.segment.RXA;
import ca.uhn.hl7v2.model.v281.segment.RXC;
import ca.uhn.hl7v2.model.v281.segment.RXD;
import ca.uhn.hl7v2.model.v281.segment.RXE;
import ca.uhn.hl7v2.model.v281.segment.RXG;
import ca.uhn.hl7v2.model.v281.segment.RXO;
import ca.uhn.hl7v2.model.v281.segment.RXR;
import ca.uhn.hl7v2.model.v281.segment.SPM;
import ca.uhn.hl7v2.model.v281.segment.TQ1;
import ca.uhn.hl7v2.model.v281.segment.TXA;
import ca.uhn.hl7v2.parser.ModelClassFactory;
import ca.uhn.hl7v2.parser.ParserConfiguration;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.envelope.Delimiters;
import org.rxtwin.hl7.feed.FieldMoves;

/**
 * Reads one known segment at a time by HAPI's typed class of version 2.8.1, field by field as they
 * are asked for, leniently: a value of OBX-5 is kept as text whatever its type. For one thread.
 */
public final class SegmentParser {
  private static final String CANONICAL_VERSION = "2.8.1";
  private static final Map<String, BiFunction<Group, ModelClassFactory, Segment>> KNOWN =
      Map.ofEntries(
          Map.entry("AL1", AL1::new),
          Map.entry("DG1", DG1::new),
          Map.entry("EVN", EVN::new),
          Map.entry("IAM", IAM::new),
          Map.entry("MRG", MRG::new),
          Map.entry("MSH", MSH::new),
          Map.entry("NTE", NTE::new),
          Map.entry("OBR", OBR::new),
          Map.entry("OBX", OBX::new),
          Map.entry("ORC", ORC::new),
          Map.entry("PID", PID::new),
          Map.entry("PR1", PR1::new),
          Map.entry("PRB", PRB::new),
          Map.entry("PV1", PV1::new),
          Map.entry("RXA", RXA::new),
          Map.entry("RXC", RXC::new),
          Map.entry("RXD", RXD::new),
          Map.entry("RXE", RXE::new),
          Map.entry("RXG", RXG::new),
          Map.entry("RXO", RXO::new),
          Map.entry("RXR", RXR::new),
          Map.entry("SPM", SPM::new),
          Map.entry("TQ1", TQ1::new),
          Map.entry("TXA", TXA::new));

  private final PipeParser parser;
  private final ModelClassFactory factory;
  private final ORU_R01 parent;

  /** HAPI's segment of each name: to make one costs more than to read it, so one serves for all. */
  private final Map<String, TypedParts> typedParts = new HashMap<>();

  private @Nullable Delimiters declared;

  /** A parser of its own configuration; costs some milliseconds. */
  public SegmentParser() {
    ParserConfiguration lenient = new ParserConfiguration();
    lenient.setValidating(false);
    lenient.setDefaultObx2Type("ST");
    lenient.setInvalidObx2Type("ST");
    this.factory = new PlainValues(CANONICAL_VERSION);
    this.parser =
        new DefaultHapiContext(lenient, ValidationContextFactory.noValidation(), factory)
            .getPipeParser();
    this.parent = new ORU_R01(factory);
    this.parent.setParser(parser);
  }

  /** Whether segments of that name are read at all. */
  public static boolean knows(String name) {
    return KNOWN.containsKey(name);
  }

  /**
   * The fields of a known segment; empty where its name is not known.
   *
   * @param charset in which bytes written as hexadecimal escapes are meant
   * @param moves which field really holds what, by the feed's profile
   */
  public Optional<Fields> find(
      RawSegment raw, Delimiters delimiters, Charset charset, FieldMoves moves) {
    BiFunction<Group, ModelClassFactory, Segment> type = KNOWN.get(raw.name());
    if (type == null) {
      return Optional.empty();
    }
    try {
      declare(delimiters);
    } catch (HL7Exception e) {
      return Optional.empty();
    }
    TypedParts typed =
        typedParts.computeIfAbsent(
            raw.name(),
            name -> new TypedParts(parser, () -> type.apply(parent, factory), delimiters));
    return Optional.of(new Fields(raw, typed, new Escapes(delimiters, charset), delimiters, moves));
  }

  /** HAPI asks the message for its delimiters where a plain text holds one of them. */
  private void declare(Delimiters delimiters) throws HL7Exception {
    if (!delimiters.equals(declared)) {
      parent.getMSH().getFieldSeparator().setValue(String.valueOf(delimiters.field()));
      parent.getMSH().getEncodingCharacters().setValue(delimiters.declared());
      declared = delimiters;
      typedParts.clear();
    }
  }
}
