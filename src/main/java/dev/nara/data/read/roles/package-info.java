/** Tables read by the roles of their columns. */
@NullMarked
package dev.nara.data.read.roles;

import org.jspecify.annotations.NullMarked;
