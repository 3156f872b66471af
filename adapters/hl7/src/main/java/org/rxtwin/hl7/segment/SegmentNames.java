package org.rxtwin.hl7.segment;

import java.util.Set;

/**
 * Names that segments bear: those of the standard (versions 2.1 to 2.9), and a sender's own. What
 * stands at the head of another line may be a word of a text that was wrapped, and so a patient's.
 */
final class SegmentNames {
  private static final String UNKNOWN = "?";
  private static final int LENGTH = 3;
  private static final int LONGEST_OWN = 8;

  private static final Set<String> STANDARD =
      Set.of(
          """
          ABS ACC ADD ADJ AFF AIG AIL AIP AIS AL1 APR ARQ ARV AUT BHS BLC BLG BPO BPX BTS BTX BUI
          CDM CDO CER CM0 CM1 CM2 CNS CON CSP CSR CSS CTD CTI CTR DB1 DEV DG1 DMI DON DPS DRG DSC
          DSP DST ECD ECR EDU EQL EQP EQU ERQ ERR EVN FAC FHS FT1 FTS GOL GP1 GP2 GT1 IAM IAR IIM
          ILT IN1 IN2 IN3 INV IPC IPR ISD ITM IVC IVT LAN LCC LCH LDP LOC LRL MCP MFA MFE MFI MRG
          MSA MSH NCK NDS NK1 NPU NSC NST NTE OBR OBX ODS ODT OH1 OH2 OH3 OH4 OM1 OM2 OM3 OM4 OM5
          OM6 OM7 OMC ORC ORG OVR PAC PAM PCE PCR PD1 PDA PDC PEO PES PID PKG PM1 PMT PR1 PRA PRB
          PRC PRD PRT PSG PSH PSL PSS PTH PV1 PV2 PYE QAK QID QPD QRD QRF QRI RCP RDF RDT REL RF1
          RFI RGS RMI ROL RQ1 RQD RXA RXC RXD RXE RXG RXO RXR RXV SAC SCD SCH SCP SDD SFT SGH SGT
          SHP SID SLT SPM SPR STF STZ TCC TCD TQ1 TQ2 TXA UAC UB1 UB2 URD URS VAR VTQ
          """
              .strip()
              .split("\\s+"));

  private SegmentNames() {}

  /** Whether the standard has a segment of that name, or leaves the name to senders (Z...). */
  static boolean known(String name) {
    return STANDARD.contains(name) || (name.length() == LENGTH && name.charAt(0) == 'Z');
  }

  /**
   * The name as it may be shown to anybody: that of a known segment, or one of the usual form with
   * fields behind it; else a question mark.
   */
  static String shown(String name, boolean fields) {
    boolean own = name.startsWith("Z") && name.length() <= LONGEST_OWN;
    boolean formed = fields && (name.length() <= LENGTH || own);
    return formed || known(name) ? name : UNKNOWN;
  }
}
