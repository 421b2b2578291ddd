package dev.nara.ui.palette;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Matches typed text with a text: at its beginning, at the beginning of a word, inside a word, or with its letters scattered in order. */
final class Fuzzy {
    private static final int LEAST_SCATTERED = 2;

    private Fuzzy() {}

    /** The kind of a match. */
    enum How {
        PREFIX(0),
        WORD(1),
        INSIDE(2),
        SCATTERED(4);

        private final int rank;

        How(int rank) {
            this.rank = rank;
        }

        /** The rank of the kind; lower is better. */
        int rank() {
            return rank;
        }
    }

    /** A piece of a text, matched or not. */
    record Part(String text, boolean found) {
        /** A text without matches. */
        static List<Part> none(String text) {
            return text.isEmpty() ? List.of() : List.of(new Part(text, false));
        }
    }

    /**
     * @param at the index at which the match starts
     */
    record Match(How how, int at, List<Part> parts) {}

    /** A match of the typed text in one piece; spaces between Korean syllables are ignored. */
    static Optional<Match> inOnePiece(String typed, String text) {
        Optional<Match> best = Optional.empty();
        for (int at = 0; at < text.length() && !typed.isEmpty(); at++) {
            BitSet found = piece(typed, text, at);
            if (!found.isEmpty()) {
                How how = at == 0 ? How.PREFIX : beginsWord(text, at) ? How.WORD : How.INSIDE;
                if (best.isEmpty() || how.compareTo(best.get().how()) < 0) {
                    best = Optional.of(new Match(how, at, parts(text, found)));
                }
            }
        }
        return best;
    }

    /** The same, or else with scattered letters in order, preferably at the beginnings of words. */
    static Optional<Match> of(String typed, String text) {
        Optional<Match> whole = inOnePiece(typed, text);
        return whole.isPresent() ? whole : scattered(typed.replace(" ", ""), text);
    }

    private static Optional<Match> scattered(String typed, String text) {
        if (typed.length() < LEAST_SCATTERED) {
            return Optional.empty();
        }
        BitSet found = new BitSet();
        int from = 0;
        for (int n = 0; n < typed.length(); n++) {
            int at = next(typed, n, text, from);
            if (at < 0) {
                return Optional.empty();
            }
            found.set(at);
            from = at + 1;
        }
        return Optional.of(new Match(How.SCATTERED, found.nextSetBit(0), parts(text, found)));
    }

    /**
     * The index of the next letter, preferably at the beginning of a word if the rest still follows; the first letter must begin a word.
     */
    private static int next(String typed, int n, String text, int from) {
        int any = -1;
        for (int at = from; at < text.length(); at++) {
            if (HangulKeys.covers(typed.charAt(n), text, at, false) > 0) {
                if (beginsWord(text, at) && follows(typed, n + 1, text, at + 1)) {
                    return at;
                }
                any = any < 0 ? at : any;
            }
        }
        return n == 0 ? -1 : any;
    }

    private static boolean follows(String typed, int n, String text, int from) {
        int wanted = n;
        for (int at = from; at < text.length() && wanted < typed.length(); at++) {
            if (HangulKeys.covers(typed.charAt(wanted), text, at, false) > 0) {
                wanted++;
            }
        }
        return wanted == typed.length();
    }

    private static boolean beginsWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /** The matched letters from an index on; empty if the text does not match there. */
    private static BitSet piece(String typed, String text, int begin) {
        BitSet found = new BitSet();
        int at = begin;
        for (int n = 0; n < typed.length(); n++) {
            boolean korean = n > 0 && HangulKeys.isSyllable(text.charAt(at - 1));
            if (korean && at < text.length() && text.charAt(at) == ' ' && typed.charAt(n) != ' ') {
                found.set(at);
                at++;
            }
            int covered =
                    at < text.length() ? HangulKeys.covers(typed.charAt(n), text, at, n == typed.length() - 1) : 0;
            if (covered == 0) {
                return new BitSet();
            }
            found.set(at, at + covered);
            at += covered;
        }
        return found;
    }

    private static List<Part> parts(String text, BitSet found) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            boolean is = found.get(at);
            int end = is ? found.nextClearBit(at) : found.nextSetBit(at);
            int to = end < 0 ? text.length() : Math.min(end, text.length());
            parts.add(new Part(text.substring(at, to), is));
            at = to;
        }
        return parts;
    }
}
