/** The training loop and its events, independent of files and databases. */
@NullMarked
package dev.nara.run;

import org.jspecify.annotations.NullMarked;
