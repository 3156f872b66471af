package org.rxtwin.hl7.segment;

import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.model.v281.datatype.ST;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;

/**
 * Has HAPI keep every value of OBX-5 as text with all its parts. HAPI would otherwise look for a
 * class by the name that stands in OBX-2, once a segment, and write that name into its log.
 */
final class PlainValues extends CanonicalModelClassFactory {
  private static final long serialVersionUID = 1L;

  PlainValues(String version) {
    super(version);
  }

  @Override
  public Class<? extends Type> getTypeClass(String name, String version) {
    return ST.class;
  }
}
