/** The training loop and what it says; it knows no file and no database. */
@NullMarked
package dev.nara.run;

import org.jspecify.annotations.NullMarked;
