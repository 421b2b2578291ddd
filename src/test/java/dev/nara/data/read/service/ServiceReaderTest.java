package dev.nara.data.read.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Interactions;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.ServiceFolder;
import dev.nara.data.prepare.Quality;
import dev.nara.data.read.file.DataFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceReaderTest {
    @TempDir
    private Path folder;

    private ServiceFolder files;

    @BeforeEach
    void write() throws IOException {
        files = ServiceFolder.write(folder);
    }

    private Dataset read() throws DataException {
        return new ServiceReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE);
    }

    @Test
    void countsAreThoseOfTheFiles() throws DataException {
        Dataset dataset = read();
        assertEquals(3, dataset.users().size());
        assertEquals(4, dataset.items().size());
        assertEquals(8, dataset.interactions().size(), "as they are, repeated ones too");
        assertEquals(List.of(0, 1, 2), dataset.recipients());
        assertTrue(dataset.clock());
    }

    @Test
    void quirksAreCounted() throws DataException {
        Map<String, Long> counts = Quality.of(read()).stream().collect(Collectors.toMap(Finding::id, Finding::count));
        Map<String, Long> expected = Map.ofEntries(
                Map.entry("meta-repeated", 1L),
                Map.entry("interests-empty", 6L),
                Map.entry("join-multiplies", 11L),
                Map.entry("join-sample", 3L),
                Map.entry("on-air-empty", 2L),
                Map.entry("on-air-spelling", 1L),
                Map.entry("session-after-log", 1L),
                Map.entry("impossible-seconds", 1L),
                Map.entry("session-over-days", 4L),
                Map.entry("payment-empty", 6L),
                Map.entry("payment-spelling", 1L),
                Map.entry("unknown-items", 1L),
                Map.entry("repeated-rows", 1L),
                Map.entry("few-items", 4L),
                Map.entry("spelling", 1L),
                Map.entry("constant-columns", 1L));
        assertEquals(new TreeMap<>(expected), new TreeMap<>(counts));
    }

    @Test
    void startsKnowWhatWasWatched() throws Exception {
        files.put("watch_e_data.csv", """
            profile_id,ss_id,log_time,act_target_dtl,album_id,watch_time,total_time,continuous_play
            3,20220301080000,20220301081001,MKID049,10,150,300,1
            5,20220302080000,20220429090001,MKID049,10,30,300,0
            """);
        Interactions starts = read().interactions();
        int first = starts.start(0);
        assertEquals(150, starts.number("watched_seconds", first));
        assertEquals(0.5f, starts.number("watched_share", first));
        assertTrue(Float.isNaN(starts.number("watched_seconds", first + 1)), "the repeated row has no end of its own");
        assertEquals(30, starts.number("watched_seconds", starts.end(1) - 1), "the latest start before the end");
        assertEquals(500, starts.number("payment", starts.end(0) - 1));
        assertEquals(1, starts.number("trailer", starts.start(2)));
    }

    @Test
    void attributesAreJoinedById() throws DataException {
        Dataset dataset = read();
        int album = dataset.items().indexOf("20");
        assertEquals("달빛 숲 2화", dataset.title(album));
        assertEquals("달빛 숲", dataset.itemAttributes().text("series", album));
        assertEquals("노래 율동", dataset.itemAttributes().text("genre_mid", album));
        assertEquals(
                "20160411",
                dataset.itemAttributes().text("onair_date", dataset.items().indexOf("10")));
        assertEquals("40", dataset.title(dataset.items().indexOf("40")));
        assertEquals(
                3.0, dataset.userAttributes().numbers("age")[dataset.users().indexOf("5")]);
        assertEquals("", dataset.userAttributes().text("pr_interest_keyword_cd_3", 0));
    }

    @Test
    void acceptsAByteOrderMarkAndWindowsLineEnds() throws Exception {
        String history = Files.readString(folder.resolve("history_data.csv"));
        files.put("history_data.csv", "\uFEFF" + history.replace("\n", "\r\n"));
        assertEquals(8, read().interactions().size());
    }

    @Test
    void otherFilesAddWhatTheyCan() throws Exception {
        files.put("watch_e_data.csv", """
            profile_id,ss_id,log_time,act_target_dtl,album_id,watch_time,total_time,continuous_play
            3,20220301080000,20220301080501,MKID049,10,150,300,1
            5,20220301080000,20220301080501,MKID049,10,300,300,0
            """);
        files.put("meta_data_plus.csv", """
            album_id,keyword_type,keyword_name,keyword_value
            10,05010101,시리즈,3
            10,0504010b,우정,9
            """);
        Dataset dataset = read();
        int album = dataset.items().indexOf("10");
        assertEquals(0.75, dataset.itemAttributes().numbers("watch_share")[album]);
        assertEquals("우정, 시리즈", dataset.itemAttributes().text("keywords", album));
        assertEquals("9, 3", dataset.itemAttributes().text("keywords_weights", album));
    }

    private void refused(String file, int line, String word) {
        DataException wrong = assertThrows(DataException.class, this::read);
        String message = wrong.message(Locale.ENGLISH);
        assertTrue(message.startsWith(folder.resolve(file).toString()), message);
        assertEquals(line, wrong.line(), message);
        assertTrue(message.contains(word), message);
        assertFalse(wrong.message(Locale.KOREAN).equals(message));
    }

    @Test
    void missingFile() throws IOException {
        files.remove("profile_data.csv");
        refused("profile_data.csv", 0, "not found");
    }

    @Test
    void missingColumn() throws IOException {
        files.edit("history_data.csv", "log_time", "when");
        refused("history_data.csv", 1, "log_time");
    }

    @Test
    void wrongTypeWithItsLine() throws IOException {
        files.edit("history_data.csv", "MKID003,30", "MKID003,thirty");
        refused("history_data.csv", 6, "thirty");
    }

    @Test
    void wrongTime() throws IOException {
        files.edit("history_data.csv", "20220303080001", "2022-03-03");
        refused("history_data.csv", 6, "2022-03-03");
    }

    @Test
    void emptyFile() throws IOException {
        files.put("meta_data.csv", "");
        refused("meta_data.csv", 0, "no rows");
    }

    @Test
    void headerAlone() throws IOException {
        files.put("sample_submission.csv", "profile_id,predicted_list\n");
        refused("sample_submission.csv", 0, "no rows");
    }

    @Test
    void anOptionalFileMayHaveNoRows() throws Exception {
        files.put("buy_data.csv", "profile_id,ss_id,log_time,act_target_dtl,album_id,payment\n");
        assertEquals(3, read().users().size());
    }

    @Test
    void unknownProfile() throws IOException {
        files.edit("sample_submission.csv", "9,[0]", "77,[0]");
        refused("sample_submission.csv", 4, "77");
    }

    @Test
    void truncatedRow() throws IOException {
        files.edit("history_data.csv", "9,20220302080000,20220430080001,MKID003,20,,N,N\n", "9,20220302080000,2022");
        refused("history_data.csv", 9, "cells");
    }

    @Test
    void koreanWindowsEncodingIsFoundOut() throws Exception {
        byte[] korean = Files.readString(folder.resolve("meta_data.csv")).getBytes(Charset.forName("MS949"));
        files.put("meta_data.csv", korean);
        Dataset dataset = read();
        assertEquals("달빛 숲 2화", dataset.title(dataset.items().indexOf("20")));
    }

    @Test
    void brokenBytesInTheMidstOfUtf8() throws IOException {
        byte[] meta = Files.readAllBytes(folder.resolve("meta_data.csv"));
        int late = new String(meta, StandardCharsets.ISO_8859_1).indexOf("20,") + 4;
        meta[late] = 'x';
        files.put("meta_data.csv", meta);
        refused("meta_data.csv", 4, "UTF-8");
    }

    @Test
    void openQuote() throws IOException {
        byte[] cut = Files.readAllBytes(folder.resolve("meta_data.csv"));
        int quote = new String(cut, StandardCharsets.ISO_8859_1).indexOf("10,\"") + 8;
        files.put("meta_data.csv", Arrays.copyOf(cut, quote));
        DataException wrong = assertThrows(DataException.class, this::read);
        assertTrue(wrong.getMessage().contains("meta_data.csv"), wrong.getMessage());
    }
}
