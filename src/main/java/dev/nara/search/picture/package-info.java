/** What the charts of a study show, from its snapshot: the same for the window and the report. */
@NullMarked
package dev.nara.search.picture;

import org.jspecify.annotations.NullMarked;
