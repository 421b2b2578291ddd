/** What the Tune workspace shows, what can be asked of it, and its words. */
@NullMarked
package dev.nara.ui.tune.model;

import org.jspecify.annotations.NullMarked;
