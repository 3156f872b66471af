/**
 * What: the command line. One class a command; all of them stand in {@link
 * org.rxtwin.app.command.CommandList}.
 *
 * <p>In: arguments, files or standard input, always UTF-8.
 *
 * <p>Out: answers on standard output, everything else on standard error; exit code 0 done, 1
 * something in the input could not be used, 2 wrong usage.
 *
 * <p>Units: each column names its own.
 *
 * <p>Source: the contract of the command line; RFC 4180 for tables.
 */
@NullMarked
package org.rxtwin.app.command;

import org.jspecify.annotations.NullMarked;
