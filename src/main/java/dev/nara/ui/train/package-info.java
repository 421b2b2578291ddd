/** The Train workspace: settings, live curves, epochs. */
@NullMarked
package dev.nara.ui.train;

import org.jspecify.annotations.NullMarked;
