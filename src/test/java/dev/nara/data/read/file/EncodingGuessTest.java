package dev.nara.data.read.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nara.data.DataException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A line of text in each encoding is read as what it is; where it could be several, they are named. */
class EncodingGuessTest {
    @TempDir
    private Path folder;

    private String guessed(byte[] text) throws Exception {
        return DataFile.of(Files.write(folder.resolve("log.csv"), text)).encoding();
    }

    /** In the encoding that the guess is called. */
    private record Written(String encoding, String guess, String text) {}

    private static final List<Written> WRITTEN = List.of(
            new Written("x-windows-949", "MS949", "회원,영화\nu1,기생충\n"),
            new Written("EUC-KR", "MS949", "동화"),
            new Written("x-windows-949", "MS949", "제목,평점\n뷁 이야기 (2003),5\n봄날은 간다,4\n올드보이,5\n살인의 추억,3\n"),
            new Written("Shift_JIS", "Shift_JIS", "ユーザー,作品\n1,千と千尋の神隠し\n"),
            new Written("windows-31j", "Shift_JIS", "東京物語"),
            new Written("EUC-JP", "EUC-JP", "ユーザー,作品\n1,千と千尋の神隠し\n"),
            new Written("GBK", "GB18030", "用户,商品,评分\n1,红楼梦,5\n"),
            new Written("GB2312", "GB18030", "霸王别姬\n活着\n卧虎藏龙\n英雄\n"),
            new Written("GB18030", "GB18030", "用户,歌曲\n1,月亮代表我的心\n2,甜蜜蜜\n"),
            new Written("Big5", "Big5", "使用者,書名\n1,紅樓夢\n2,西遊記\n"),
            new Written("windows-1251", "windows-1251", "пользователь,фильм\n1,Броненосец Потёмкин\n"),
            new Written("KOI8-R", "KOI8-R", "пользователь,фильм\n1,Броненосец Потёмкин\n"),
            new Written("windows-1253", "windows-1253", "χρήστης,ταινία\n1,Ζορμπάς ο Έλληνας\n"),
            new Written("ISO-8859-1", "ISO-8859-1", "user,film\n1,Les Misérables\n2,Señora Ñandú\n"),
            new Written("ISO-8859-1", "ISO-8859-1", "1,Amélie\n"),
            new Written("windows-1252", "windows-1252", "1,Schindler’s List – Über alles\n2,5 € “x”\n"),
            new Written("windows-1252", "windows-1252", "1,don’t\n"),
            new Written("UTF-16LE", "UTF-16LE", "user,item\n1,기생충\n2,올드보이\n"),
            new Written("UTF-8", "UTF-8", "회원,영화\n"));

    @TestFactory
    Stream<DynamicTest> isRight() {
        return WRITTEN.stream()
                .map(written -> dynamicTest(
                        written.encoding() + " " + written.text(),
                        () -> assertEquals(
                                written.guess(),
                                guessed(written.text().getBytes(Charset.forName(written.encoding()))))));
    }

    @Test
    void aMarkTells() throws Exception {
        byte[] marked = {(byte) 0xFF, (byte) 0xFE, 0, 0, 'a', 0, 0, 0, '\n', 0, 0, 0};
        assertEquals("UTF-32", guessed(marked));
        assertEquals("UTF-16", guessed(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}));
        assertEquals("UTF-16", guessed(new byte[] {(byte) 0xFE, (byte) 0xFF}));
        assertEquals("UTF-8", guessed("\uFEFFa".getBytes(StandardCharsets.UTF_8)));
    }

    /** Half of it is common in Japanese, and no other encoding fits at all. */
    @Test
    void oneCandidateThatIsNotLikelyIsNotCertain() throws IOException {
        Path file = Files.write(folder.resolve("log.csv"), "1,あｱあｱあｱ\n".getBytes(Charset.forName("Shift_JIS")));
        DataException unclear =
                assertThrows(DataException.class, () -> DataFile.of(file).charset());
        String message = unclear.message(Locale.ENGLISH);
        assertTrue(message.contains("It could be: Shift_JIS."), message);
    }

    /** Han characters alone of the rarer half. */
    @Test
    void whereItIsNotCertainTheCandidatesAreNamed() throws IOException {
        Path file = Files.write(folder.resolve("log.csv"), "1,饕餮魑魅\n".getBytes(Charset.forName("GBK")));
        DataException unclear =
                assertThrows(DataException.class, () -> DataFile.of(file).charset());
        String message = unclear.message(Locale.ENGLISH);
        assertTrue(message.contains("The encoding of the text is not certain. It could be: "), message);
        assertTrue(message.contains("--encoding"), message);
    }
}
