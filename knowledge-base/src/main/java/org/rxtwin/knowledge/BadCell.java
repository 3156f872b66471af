package org.rxtwin.knowledge;

/** A value that its column cannot hold. */
public final class BadCell extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String column;
  private final String expected;
  private final String came;

  BadCell(String column, String expected, String came) {
    super(
        "Column "
            + column
            + " expects "
            + expected
            + ", came '"
            + came
            + "'.\n"
            + "Maybe the value slipped into a neighbouring column.");
    this.column = column;
    this.expected = expected;
    this.came = came;
  }

  /** The column that refused. */
  public String column() {
    return column;
  }

  /** What it would have taken. */
  public String expected() {
    return expected;
  }

  /** What stood there. */
  public String came() {
    return came;
  }
}
