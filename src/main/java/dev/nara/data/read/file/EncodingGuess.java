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
 * A guess of the encoding of text that is not Unicode by what its bytes mean in each: which one gives characters that are common.
 *
 * @param certain whether it is the first of these
 * @param likely those that it could be, the likeliest first
 */
record EncodingGuess(boolean certain, List<Charset> likely) {
    /** So many bytes of lines that are not ASCII alone are looked at. */
    private static final int MOST = 1 << 16;

    private static final int LONGEST_LINE = 1 << 12;

    /** The share of common characters in the right encoding, at least. */
    private static final double COMMON = .75;

    /** Another one is no better than this much above, or it could be that one. */
    private static final double CLEARLY = .1;

    /** Shares that differ by less are equal: then the first in the order of {@link LegacyEncoding} is it. */
    private static final double EQUAL = .02;

    /** Of these bytes, which are read as far as need be. */
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

    /** The first lines that are not ASCII alone. No encoding that is guessed has a line feed within a character. */
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
