/** The Data workspace: profile, findings, preparation and split of a dataset. */
@NullMarked
package dev.nara.ui.data;

import org.jspecify.annotations.NullMarked;
