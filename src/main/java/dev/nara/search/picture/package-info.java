/** The charts of a study, from its snapshot: the same in the window and in reports. */
@NullMarked
package dev.nara.search.picture;

import org.jspecify.annotations.NullMarked;
