/**
 * From bytes to segments whose fields can be asked for.
 *
 * <p>In: the bytes of one message, its delimiters and character set. Out: every segment, in order;
 * the known ones parsed by HAPI's typed class of version 2.8.1. Units: none. Source: HL7 v2.5.1
 * chapter 2 (delimiters, escape sequences, character sets of table 0211).
 */
@NullMarked
package org.rxtwin.hl7.segment;

import org.jspecify.annotations.NullMarked;
