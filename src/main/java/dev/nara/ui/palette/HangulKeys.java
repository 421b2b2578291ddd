package dev.nara.ui.palette;

import java.util.List;

/** Korean letters, the consonants with which they start, and the keys of the usual Korean keyboard (KS X 5002) that type them. */
final class HangulKeys {
    private static final char FIRST = '가';
    private static final char LAST = '힣';
    private static final int VOWELS = 21;
    private static final int FINALS = 28;

    private static final String INITIAL = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String VOWEL = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private static final String FINAL = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    private static final List<String> INITIAL_KEYS = List.of("r R s e E f a q Q t T d w W c z x v g".split(" "));
    private static final List<String> VOWEL_KEYS =
            List.of("k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" "));
    private static final List<String> FINAL_KEYS =
            List.of(" r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split(" ", -1));

    private HangulKeys() {}

    static boolean isSyllable(char letter) {
        return letter >= FIRST && letter <= LAST;
    }

    private static int initial(char syllable) {
        return (syllable - FIRST) / (VOWELS * FINALS);
    }

    private static int ending(char syllable) {
        return (syllable - FIRST) % FINALS;
    }

    /**
     * The number of letters of a text that a typed letter matches: a consonant matches a syllable that starts with it, a syllable without a
     * final consonant matches one with any, and in the syllable being typed, the final consonant may be the start of the next.
     *
     * @param last whether it is the last typed letter
     * @return 0 for none
     */
    static int covers(char typed, String text, int at, boolean last) {
        char letter = Character.toLowerCase(text.charAt(at));
        if (Character.toLowerCase(typed) == letter) {
            return 1;
        }
        if (!isSyllable(letter)) {
            return 0;
        }
        if (!isSyllable(typed)) {
            return INITIAL.indexOf(typed) == initial(letter) ? 1 : 0;
        }
        int bare = typed - ending(typed);
        if (!last || bare != letter - ending(letter)) {
            return 0;
        }
        if (ending(typed) == 0) {
            return 1;
        }
        boolean nextBegins = ending(letter) == 0
                && at + 1 < text.length()
                && isSyllable(text.charAt(at + 1))
                && INITIAL.charAt(initial(text.charAt(at + 1))) == FINAL.charAt(ending(typed));
        return nextBegins ? 2 : 0;
    }

    /** The keys that type a Korean text; other letters are unchanged. */
    static String keys(String text) {
        StringBuilder keys = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (isSyllable(letter)) {
                int place = letter - FIRST;
                keys.append(INITIAL_KEYS.get(initial(letter)))
                        .append(VOWEL_KEYS.get(place / FINALS % VOWELS))
                        .append(FINAL_KEYS.get(ending(letter)));
            } else if (INITIAL.indexOf(letter) >= 0) {
                keys.append(INITIAL_KEYS.get(INITIAL.indexOf(letter)));
            } else if (VOWEL.indexOf(letter) >= 0) {
                keys.append(VOWEL_KEYS.get(VOWEL.indexOf(letter)));
            } else {
                keys.append(letter);
            }
        }
        return keys.toString();
    }

    /** The Korean text that these keys type; letters without a key are unchanged. */
    static String typed(String keys) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < keys.length()) {
            String initial = longest(INITIAL_KEYS, keys, at);
            String vowel = longest(VOWEL_KEYS, keys, at + initial.length());
            if (!initial.isEmpty() && !vowel.isEmpty()) {
                String ending = ending(keys, at + initial.length() + vowel.length());
                int place = (INITIAL_KEYS.indexOf(initial) * VOWELS + VOWEL_KEYS.indexOf(vowel)) * FINALS;
                text.append((char) (FIRST + place + FINAL_KEYS.indexOf(ending)));
                at += initial.length() + vowel.length() + ending.length();
            } else if (!initial.isEmpty()) {
                text.append(INITIAL.charAt(INITIAL_KEYS.indexOf(initial)));
                at += initial.length();
            } else if (!vowel.isEmpty()) {
                text.append(VOWEL.charAt(VOWEL_KEYS.indexOf(vowel)));
                at += vowel.length();
            } else {
                text.append(keys.charAt(at++));
            }
        }
        return text.toString();
    }

    /** The final consonant of a syllable, unless a vowel follows: then the consonant starts the next syllable. */
    private static String ending(String keys, int at) {
        for (int length = 2; length > 0; length--) {
            if (at + length <= keys.length()) {
                String ending = keys.substring(at, at + length);
                if (FINAL_KEYS.contains(ending)
                        && longest(VOWEL_KEYS, keys, at + length).isEmpty()) {
                    return ending;
                }
            }
        }
        return "";
    }

    private static String longest(List<String> all, String keys, int at) {
        for (int length = 2; length > 0; length--) {
            if (at + length <= keys.length() && all.contains(keys.substring(at, at + length))) {
                return keys.substring(at, at + length);
            }
        }
        return "";
    }
}
