/** Reads the folder of the children's video service. */
@NullMarked
package dev.nara.data.read.service;

import org.jspecify.annotations.NullMarked;
