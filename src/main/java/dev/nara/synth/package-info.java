/** The seeded synthetic folder of the service: same form and statistics as the real one, with invented content. */
@NullMarked
package dev.nara.synth;

import org.jspecify.annotations.NullMarked;
