/** The form of the next run: presets, fields, engines, and what is varied. */
@NullMarked
package dev.nara.ui.train.form;

import org.jspecify.annotations.NullMarked;
