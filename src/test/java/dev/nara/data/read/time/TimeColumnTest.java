package dev.nara.data.read.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.LogCalendar;
import dev.nara.data.Progress;
import dev.nara.data.TimeSettings;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DelimitedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeColumnTest {
    /** 2020-09-14 18:09:05, as a clock shows it. */
    private static final long WRITTEN = 1_600_106_945_000_000_000L;

    private static final long NINE_HOURS = 9 * 3_600_000_000_000L;

    @TempDir
    private Path folder;

    private record Read(List<Long> times, LogCalendar calendar, List<Finding> findings) {}

    private Read read(TimeSettings settings, String... cells) throws IOException, DataException {
        Path file = Files.writeString(folder.resolve("log"), "time|x\n" + String.join("|\n", cells) + "|\n");
        DelimitedFile rows = DelimitedFile.withHeader(DataFile.of(file), "|", "time");
        TimeColumn column = TimeColumn.of(rows, 0, settings);
        List<Long> times = new ArrayList<>();
        rows.forEach(Progress.NONE, row -> times.add(column.read(row)));
        return new Read(times, column.calendar(), column.findings());
    }

    private Read read(String... cells) throws IOException, DataException {
        return read(TimeSettings.FOUND_OUT, cells);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20200914180905",
                "2020-09-14 18:09:05",
                "2020-09-14T18:09:05",
                "2020-9-14 18:9:5",
                "2020/09/14 18:09:05",
                "2020.09.14 18:09:05",
                "2020. 9. 14. 18:09:05",
                "2020. 9. 14. 오후 6:09:05",
                "2020-09-14 오후 6:09:05",
                "2020년 9월 14일 18시 9분 5초",
                "2020년 09월 14일 (월) 오후 06:09:05",
                "2020년 9월 14일 월요일 오후 6시 9분 5초",
                "2020-09-14 06:09:05 PM",
                "2020/09/14 6:09:05 p.m.",
                "9/14/2020 6:09:05 PM",
                "14/9/2020 18:09:05",
                "14.09.2020 18:09:05",
                "14-09-2020 18:09:05",
                "14-Sep-2020 18:09:05",
                "14 September 2020, 18:09:05",
                "Sep 14, 2020 6:09:05 PM",
                "Monday, September 14, 2020 6:09:05 PM",
                "Mon Sep 14 18:09:05 2020",
                "20200914 18:09:05",
                "20200914T180905",
                "[2020-09-14 18:09:05]",
            })
    void aTimeWithoutAZoneIsTakenAsItIsWritten(String text) throws Exception {
        Read read = read(text);
        assertEquals(List.of(WRITTEN), read.times());
        assertEquals("", read.calendar().zoneName());
        assertTrue(read.calendar().dates());
        assertEquals("2020-09-14", read.calendar().date(WRITTEN).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1600106945",
                "1600106945.0",
                "1.600106945E9",
                "1.600106945e+09",
                "1600106945000",
                "1600106945000000",
                "1600106945000000000",
                "2020-09-14T18:09:05Z",
                "2020-09-14 18:09:05 UTC",
                "2020-09-14 18:09:05 GMT",
                "2020-09-14T18:09:05+00:00",
                "20200914T180905Z",
                "Mon, 14 Sep 2020 18:09:05 GMT",
                "14 Sep 2020 18:09:05 +0000",
                "Mon Sep 14 18:09:05 +0000 2020",
                "Mon Sep 14 18:09:05 UTC 2020",
                "14/Sep/2020:18:09:05 +0000",
            })
    void anInstantIsCutInUtc(String text) throws Exception {
        Read read = read(text);
        assertEquals(List.of(WRITTEN), read.times());
        assertEquals("UTC", read.calendar().zoneName());
        assertTrue(read.calendar().dates());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-09-14T18:09:05+09:00",
                "2020-09-14 18:09:05 +0900",
                "2020-09-14T18:09:05+09",
                "2020-09-14T18:09:05+09:00[Asia/Seoul]",
                "2020-09-14 18:09:05 Asia/Seoul",
                "2020-09-14 18:09:05 KST",
                "Mon Sep 14 18:09:05 KST 2020",
                "Mon Sep 14 2020 18:09:05 GMT+0900 (Korean Standard Time)",
                "Mon, 14 Sep 2020 18:09:05 +0900",
            })
    void oneOffsetInAllRowsIsTheZoneOfTheDays(String text) throws Exception {
        Read read = read(text);
        assertEquals(List.of(WRITTEN - NINE_HOURS), read.times());
        assertEquals("+09:00", read.calendar().zoneName());
        assertEquals(18, read.calendar().hour(read.times().get(0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1600106945.123456789|1600106945123456789",
                "1600106945123|1600106945123000000",
                "1600106945123456|1600106945123456000",
                "1600106945123456789|1600106945123456789",
                "-299808653|-299808653000000000",
                "-299808653017|-299808653017000000",
                "-0.000000001|-1",
                "2020-09-14T18:09:05.123456789Z|1600106945123456789",
                "2020-09-14 18:09:05,123|1600106945123000000",
                "20200914180905123|1600106945123000000",
                "44089.06469|1600133589216000000",
                "1960-02-29 00:00|-310521600000000000",
                "2020-09-14|1600041600000000000",
                "20200914|1600041600000000000",
                "202009141809|1600106940000000000",
            })
    void everyDigitCounts(String text, long nanoseconds) throws Exception {
        assertEquals(List.of(nanoseconds), read(text).times());
    }

    @Test
    void aColumnDecidesWhichNumberIsTheDay() throws Exception {
        assertEquals(
                read("2020-09-01", "2020-09-13").times(),
                read("01/09/2020", "13/09/2020").times());
        assertEquals(
                read("2020-01-09", "2020-09-13").times(),
                read("01/09/2020", "09/13/2020").times());
        DataException asked = assertThrows(DataException.class, () -> read("01/09/2020", "02/09/2020"));
        assertEquals(2, asked.line());
        assertTrue(asked.getMessage().contains("--time-format \"dd/MM/yyyy"), asked.getMessage());
        assertThrows(DataException.class, () -> read("14/09/20 18:09"), "years of two digits");
        assertThrows(DataException.class, () -> read("13/09/2020", "09/13/2020"), "both orders");
        assertThrows(DataException.class, () -> read("2021-W53"), "a year of 52 weeks");
        assertEquals(read("2020-12-28").times(), read("2020-W53").times());
        assertEquals(
                read("2020-09-01", "2020-09-02").times(),
                read(new TimeSettings("dd/MM/yyyy", ""), "01/09/2020", "02/09/2020")
                        .times());
    }

    @Test
    void aFormatThatIsSaidIsTheOnlyOne() throws Exception {
        assertEquals(
                List.of(WRITTEN),
                read(new TimeSettings("yy.MM.dd HH'h'mm ss", ""), "20.09.14 18h09 05")
                        .times());
        assertEquals(
                read("2020-01-01").times(),
                read(new TimeSettings("yyyy", ""), "2020").times());
        assertEquals(
                read("2020-09-01").times(),
                read(new TimeSettings("yyyyMM", ""), "202009").times());
        assertEquals(
                List.of(2_015_000_000L),
                read(new TimeSettings("ms", ""), "2015").times());
        assertEquals(
                read("2020-09-15").times(),
                read(new TimeSettings("excel", ""), "44089").times());
        DataException other =
                assertThrows(DataException.class, () -> read(new TimeSettings("yyyy", ""), "2020", "1.5"));
        assertEquals(3, other.line());
        assertThrows(DataException.class, () -> read(new TimeSettings("dd/MM/yyyy", ""), "30/02/2020"));
        assertThrows(DataException.class, () -> read(new TimeSettings("hh:mm dd/MM/yyyy", ""), "06:09 14/09/2020"));
        assertThrows(DataException.class, () -> read(new TimeSettings("soon", ""), "2020"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "2022-13-01",
                "2020-02-30",
                "20221301000000",
                "1e99",
                "NaN",
                "--5",
                "18:09",
                "0x10",
                "2020-09-14 25:00"
            })
    void whatIsNoTimeIsAnErrorWithItsLine(String text) {
        DataException wrong = assertThrows(DataException.class, () -> read("2020-09-14", text));
        assertEquals(3, wrong.line());
        assertTrue(wrong.getMessage().contains("--time-format"), wrong.getMessage());
    }

    @Test
    void smallNumbersAreAnOrderAndNoDates() throws Exception {
        Read years = read("2015", "2020", "2017");
        assertEquals(LogCalendar.Kind.NUMBERS, years.calendar().kind());
        assertFalse(years.calendar().dates());
        assertTrue(years.calendar().orders());
        assertEquals("2020", years.calendar().text(years.times().get(1)));
        Read same = read("1600106945", "1600106945");
        assertEquals(LogCalendar.Kind.ONE_INSTANT, same.calendar().kind());
        assertFalse(same.calendar().orders());
    }

    @Test
    void whatIsOddAboutTimesIsFound() throws Exception {
        assertEquals(List.of(), read("2015-01-01", "2020-01-01").findings());
        assertEquals(
                List.of(new Finding("times-are-numbers", 3, List.of("2015 … 2020"))),
                read("2015", "2020", "2017").findings());
        assertEquals(
                List.of(new Finding("times-one-instant", 2, List.of("1600106945 s"))),
                read("1600106945", "1600106945").findings());
        assertEquals(
                List.of(
                        new Finding("times-before-1900", 1, List.of("1899-12-31")),
                        new Finding("times-in-future", 1, List.of("2199-01-01"))),
                read("1899-12-31", "1900-01-01", "2199-01-01").findings());
        assertEquals(
                List.of(new Finding("times-without-zone", 1, List.of("2020-09-15"))),
                read("2020-09-14T00:00Z", "2020-09-15").findings());
    }

    @Test
    void daysBeginInTheZoneThatIsSaid() throws Exception {
        Read seoul = read(new TimeSettings("", "Asia/Seoul"), "1600092000", "1600178400");
        assertEquals("Asia/Seoul", seoul.calendar().zoneName());
        assertEquals(
                "2020-09-14", seoul.calendar().date(1_600_095_599_999_999_999L).toString());
        assertEquals(
                "2020-09-15", seoul.calendar().date(1_600_095_600_000_000_000L).toString());
        assertEquals(1_600_095_600_000_000_000L, seoul.calendar().start(java.time.LocalDate.of(2020, 9, 15)));
        Read written = read(new TimeSettings("", "Asia/Seoul"), "2020-09-14 18:09:05");
        assertEquals(List.of(WRITTEN), written.times());
        assertEquals("2020-09-14", written.calendar().date(WRITTEN).toString());
        assertThrows(DataException.class, () -> read(new TimeSettings("", "Mars"), "1600106945"));
        assertThrows(
                DataException.class, () -> read(new TimeSettings("", "Asia/Seoul"), "2020-09-14", "2020-09-14T00:00Z"));
    }

    @Test
    void ofManySpacesItIsReportedAtOnceThatTheyAreNoDate() {
        String cell = "97" + " ".repeat(30_000) + "x";
        assertTimeoutPreemptively(
                Duration.ofMinutes(2), () -> assertThrows(DataException.class, () -> read(cell, cell)));
    }
}
