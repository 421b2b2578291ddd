package dev.nara.data.read.json;

import java.util.Locale;
import java.util.Map;

/**
 * Turns dictionaries, lists and texts as Python prints them into JSON: single quotes, {@code u'…'}, tuples, {@code True},
 * {@code None}, commas before a closing bracket. Nothing is evaluated; what is none of these is left as it is, for the reader of
 * the JSON to refuse.
 */
public final class PythonLiterals {
    private static final Map<String, String> WORDS =
            Map.of("True", "true", "False", "false", "None", "null", "nan", "null", "NaN", "null", "inf", "null");

    private final String python;
    private final StringBuilder json;
    private int place;

    private PythonLiterals(String python) {
        this.python = python;
        this.json = new StringBuilder(python.length() + 16);
    }

    /** The same as JSON. */
    public static String json(String python) {
        PythonLiterals literals = new PythonLiterals(python);
        while (literals.place < python.length()) {
            literals.one();
        }
        return literals.json.toString();
    }

    private void one() {
        char c = python.charAt(place);
        if (c == '\'' || c == '"') {
            text(c);
        } else if (Character.isLetter(c)) {
            word();
        } else {
            place++;
            switch (c) {
                case '(' -> json.append('[');
                case ')', ']', '}' -> close(c == ')' ? ']' : c);
                default -> json.append(c);
            }
        }
    }

    private void close(char bracket) {
        int last = json.length();
        while (last > 0 && json.charAt(last - 1) <= ' ') {
            last--;
        }
        if (last > 0 && json.charAt(last - 1) == ',') {
            json.setLength(last - 1);
        }
        json.append(bracket);
    }

    private void word() {
        int from = place;
        while (place < python.length() && Character.isLetterOrDigit(python.charAt(place))) {
            place++;
        }
        String word = python.substring(from, place);
        boolean quoted = place < python.length() && (python.charAt(place) == '\'' || python.charAt(place) == '"');
        boolean prefix =
                quoted && word.length() <= 2 && word.toLowerCase(Locale.ROOT).matches("[ubr]+");
        boolean wide = word.equals("L") && json.length() > 0 && Character.isDigit(json.charAt(json.length() - 1));
        if (!prefix && !wide) {
            json.append(WORDS.getOrDefault(word, word));
        }
    }

    private void text(char quote) {
        json.append('"');
        place++;
        while (place < python.length() && python.charAt(place) != quote) {
            char c = python.charAt(place++);
            if (c == '\\' && place < python.length()) {
                escape(python.charAt(place++));
            } else {
                plain(c);
            }
        }
        place++;
        json.append('"');
    }

    private void plain(char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c < ' ') {
            unicode(c);
        } else {
            json.append(c);
        }
    }

    private void escape(char c) {
        switch (c) {
            case 'n', 't', 'r', 'b', 'f', '\\', '"' -> json.append('\\').append(c);
            case '\'' -> json.append(c);
            case 'x' -> hex(2);
            case 'u' -> hex(4);
            case 'U' -> hex(8);
            default -> {
                plain('\\');
                plain(c);
            }
        }
    }

    /** Digits that are none are left for the reader of the JSON to refuse. */
    private void hex(int digits) {
        int end = Math.min(python.length(), place + digits);
        int code = -1;
        try {
            code = Integer.parseInt(python, place, end, 16);
        } catch (NumberFormatException e) {
            json.append("\\u");
        }
        if (code >= 0 && Character.isValidCodePoint(code)) {
            for (char c : Character.toChars(code)) {
                unicode(c);
            }
        }
        place = end;
    }

    private void unicode(char c) {
        json.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            json.append(Character.forDigit(c >> shift & 15, 16));
        }
    }
}
