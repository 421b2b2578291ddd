package dev.nara.data.read.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Guesses the encoding of text that is not Unicode: the one in which its bytes are common characters.
 *
 * @param certain whether it is the first of these
 * @param likely the possible encodings, most likely first
 */
record EncodingGuess(boolean certain, List<Charset> likely) {
    /** The number of bytes that are examined, from lines with non-ASCII characters. */
    private static final int MOST = 1 << 16;

    private static final int LONGEST_LINE = 1 << 12;

    /** The smallest share of common characters in the right encoding. */
    private static final double COMMON = .75;

    /** An encoding whose share is less than this below the highest could be the right one, too. */
    private static final double CLEARLY = .1;

    /** Shares that differ by less count as equal: the first in the order of {@link LegacyEncoding} is chosen. */
    private static final double EQUAL = .02;

    /** Guesses the encoding of these bytes, which are read as far as necessary. */
    static EncodingGuess of(InputStream bytes) throws IOException {
        byte[] sample = sample(bytes);
        Map<LegacyEncoding, Double> shares = new LinkedHashMap<>();
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
            shares.put(encoding, encoding.share(sample));
        }
        double highest = shares.values().stream().max(Comparator.naturalOrder()).orElse(0.);
        LegacyEncoding best = Arrays.stream(LegacyEncoding.values())
                .filter(encoding -> shares.getOrDefault(encoding, 0.) >= highest - EQUAL)
                .findFirst()
                .orElseThrow();
        List<Charset> likely = Arrays.stream(LegacyEncoding.values())
                .filter(encoding -> shares.getOrDefault(encoding, 0.) > highest - CLEARLY)
                .filter(encoding -> !best.contains(encoding))
                .map(LegacyEncoding::charset)
                .toList();
        if (highest >= COMMON && likely.size() == 1) {
            return new EncodingGuess(true, likely);
        }
        boolean western = highest == 0 || best == LegacyEncoding.WESTERN;
        return western
                ? new EncodingGuess(true, List.of(LegacyEncoding.WESTERN.charset()))
                : new EncodingGuess(false, candidates(shares));
    }

    private static List<Charset> candidates(Map<LegacyEncoding, Double> shares) {
        return shares.entrySet().stream()
                .filter(share -> share.getValue() > 0)
                .sorted(Map.Entry.<LegacyEncoding, Double>comparingByValue().reversed())
                .limit(3)
                .map(share -> share.getKey().charset())
                .toList();
    }

    /** The first lines with non-ASCII characters. In none of the encodings can a line feed be part of a character. */
    private static byte[] sample(InputStream bytes) throws IOException {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean ascii = true;
        try (InputStream in = bytes) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer);
                    count >= 0 && sample.size() + line.size() < MOST;
                    count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    line.write(buffer[i]);
                    ascii &= buffer[i] >= 0;
                    if (buffer[i] == '\n' || buffer[i] == '\r' || (ascii && line.size() >= LONGEST_LINE)) {
                        add(line, ascii, sample);
                        ascii = true;
                    }
                }
            }
        }
        add(line, ascii, sample);
        return sample.toByteArray();
    }

    private static void add(ByteArrayOutputStream line, boolean ascii, ByteArrayOutputStream sample) {
        if (!ascii) {
            sample.writeBytes(line.toByteArray());
        }
        line.reset();
    }
}
