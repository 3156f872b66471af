/**
 * What is agreed with one sender of messages.
 *
 * <p>In: the settings. Out: the {@link org.rxtwin.hl7.feed.FeedProfile} for a sending application
 * and facility. Units: none. Source: the site; HL7 v2.5.1 chapter 2 for what a feed may leave open.
 */
@NullMarked
package org.rxtwin.hl7.feed;

import org.jspecify.annotations.NullMarked;
