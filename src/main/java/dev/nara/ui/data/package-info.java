/** The Data workspace: what a dataset holds. */
@NullMarked
package dev.nara.ui.data;

import org.jspecify.annotations.NullMarked;
