/** The Export workspace: composed lists and submissions. */
@NullMarked
package dev.nara.ui.export;

import org.jspecify.annotations.NullMarked;
