package dev.nara.data.read.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Legacy encodings, each with a measure of how common the characters are that bytes represent in it. The two-byte blocks are those of KS X
 * 1001, JIS X 0208, GB 2312 and Big5, in each of which the common characters come first.
 */
enum LegacyEncoding {
    WESTERN("windows-1252"),
    KOREAN("x-windows-949"),
    JAPANESE("windows-31j"),
    JAPANESE_UNIX("EUC-JP"),
    CHINESE("GB18030"),
    TRADITIONAL_CHINESE("Big5"),
    CYRILLIC("windows-1251"),
    CYRILLIC_UNIX("KOI8-R"),
    GREEK("windows-1253");

    private static final int HIGH = 0x80;

    /** Of every ten characters of Japanese at least one is of its own syllables, and one of Big5 ends with a byte of ASCII. */
    private static final double OWN = .1;

    private static final int LONGEST_RUN = 2;

    private static final String RARE_GREEK = "\u0390\u03B0";
    private static final char FINAL_SIGMA = '\u03C2';

    private final Charset charset;

    LegacyEncoding(String charset) {
        this.charset = Charset.forName(charset);
    }

    Charset charset() {
        return charset;
    }

    /**
     * Whether what is this is often that, too: common Korean syllables are common Chinese characters in bytes, and a sign or an
     * accented letter before a letter is a character of two bytes.
     */
    boolean contains(LegacyEncoding other) {
        return (this == KOREAN && other == CHINESE)
                || (this == WESTERN && (other == JAPANESE || other == CHINESE || other == TRADITIONAL_CHINESE));
    }

    /** The share of common characters among those beyond ASCII, 0 … 1; 0 where the bytes are none in this encoding. */
    double share(byte[] sample) {
        CharBuffer decoded = CharBuffer.allocate(sample.length + 1);
        // A character that the end of the sample cuts off is none that is broken.
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(sample), decoded, false);
        if (result.isError()) {
            return this == WESTERN ? western(new String(sample, charset)) : 0;
        }
        String text = decoded.flip().toString();
        return switch (this) {
            case CYRILLIC, CYRILLIC_UNIX -> letters(text, Character.UnicodeScript.CYRILLIC);
            case GREEK -> letters(text, Character.UnicodeScript.GREEK);
            case WESTERN -> western(text);
            default -> pairs(sample);
        };
    }

    private double pairs(byte[] sample) {
        int all = 0;
        int common = 0;
        int own = 0;
        for (int i = 0; i < sample.length; i++) {
            int lead = sample[i] & 0xFF;
            if (lead < HIGH) {
                continue;
            }
            boolean single = this == JAPANESE && lead >= 0xA0 && lead <= 0xDF;
            int trail = single || i + 1 >= sample.length ? 0 : sample[++i] & 0xFF;
            if (isSign(lead)) {
                continue;
            }
            all++;
            common += !single && isCommon(lead, trail) ? 1 : 0;
            own += isSyllable(lead, trail) || trail < HIGH ? 1 : 0;
        }
        boolean other = (this == JAPANESE_UNIX || this == TRADITIONAL_CHINESE) && own < OWN * all;
        return all == 0 || other ? 0 : common / (double) all;
    }

    /** Whether it is punctuation or a symbol, which do not count. */
    private boolean isSign(int lead) {
        return this == JAPANESE ? lead == 0x81 : lead >= 0xA1 && lead <= (this == JAPANESE_UNIX ? 0xA2 : 0xA3);
    }

    private boolean isCommon(int lead, int trail) {
        return switch (this) {
            case KOREAN -> lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1;
            case JAPANESE -> isSyllable(lead, trail) || (lead >= 0x88 && lead <= 0x97);
            case JAPANESE_UNIX -> isSyllable(lead, trail) || (lead >= 0xB0 && lead <= 0xCF);
            case CHINESE -> lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1;
            default -> lead >= 0xA4 && lead <= 0xC6;
        };
    }

    private boolean isSyllable(int lead, int trail) {
        return this == JAPANESE
                ? (lead == 0x82 && trail >= 0x9F && trail <= 0xF1) || (lead == 0x83 && trail >= 0x40 && trail <= 0x96)
                : this == JAPANESE_UNIX && (lead == 0xA4 || lead == 0xA5);
    }

    /** Letters of a script are common beside their like, small ones after others; more than half of them are small. */
    private static double letters(String text, Character.UnicodeScript script) {
        int all = 0;
        int common = 0;
        int small = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); before = text.charAt(i++)) {
            char c = text.charAt(i);
            if (c < HIGH || (!Character.isLetter(c) && !Character.isLetter(before))) {
                continue;
            }
            all++;
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean latin = isLatin(before) || isLatin(after);
            boolean turned = Character.isUpperCase(c) && Character.isLowerCase(before);
            boolean rare = RARE_GREEK.indexOf(c) >= 0 || (c == FINAL_SIGMA && Character.isLetter(after));
            if (Character.UnicodeScript.of(c) == script && !latin && !turned && !rare) {
                common++;
                small += Character.isLowerCase(c) ? 1 : 0;
            }
        }
        return all == 0 || 2 * small <= common ? 0 : common / (double) all;
    }

    /** Accented letters are common beside letters of ASCII, signs alone; two at once are half as common, more are not. */
    private static double western(String text) {
        int all = 0;
        int common = 0;
        for (int i = 0; i < text.length(); ) {
            int end = i;
            boolean letters = false;
            while (end < text.length() && text.charAt(end) >= HIGH) {
                letters |= Character.isLetter(text.charAt(end++));
            }
            if (end == i) {
                i++;
                continue;
            }
            boolean beside =
                    (i > 0 && isLatin(text.charAt(i - 1))) || (end < text.length() && isLatin(text.charAt(end)));
            all += end - i;
            common += end - i <= LONGEST_RUN && (beside || !letters) ? 1 : 0;
            i = end;
        }
        return all == 0 ? 0 : common / (double) all;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
