/** The state of the Search workspace, the requests to it, and its texts. */
@NullMarked
package dev.nara.ui.tune.model;

import org.jspecify.annotations.NullMarked;
