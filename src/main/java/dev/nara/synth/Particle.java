package dev.nara.synth;

import java.util.Map;

/** Korean particles that change with the sound a word ends in: 달은, 해는. */
final class Particle {
    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;
    private static final int FINALS = 28;
    private static final int RIEUL = 8;
    private static final String TOWARDS = "으로";
    private static final Map<String, String> AFTER_VOWEL =
            Map.of("을", "를", "이", "가", "은", "는", "과", "와", "아", "야", TOWARDS, "로");

    private Particle() {}

    /** @param particle in its form after a consonant; one that never changes is appended unchanged */
    static String append(String word, String particle) {
        int last = finalConsonant(word);
        boolean open = last == 0 || (last == RIEUL && particle.equals(TOWARDS));
        return word + (open ? AFTER_VOWEL.getOrDefault(particle, particle) : particle);
    }

    /** Index of the final consonant of the last syllable, 0 when it has none or is not Hangul. */
    private static int finalConsonant(String word) {
        char last = word.charAt(word.length() - 1);
        return last < FIRST || last > LAST ? 0 : (last - FIRST) % FINALS;
    }
}
