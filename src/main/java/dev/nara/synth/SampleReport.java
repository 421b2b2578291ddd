package dev.nara.synth;

/** The content of a written sample folder and the exact counts of the irregularities planted in it. */
public record SampleReport(Rows rows, InLogs inLogs, InMeta inMeta, InProfiles inProfiles) {
    /**
     * Rows of each file, headers not counted.
     *
     * @param hidden rows of the months that follow, all files together, 0 if not requested
     */
    public record Rows(
            long history,
            long watchEnds,
            long buys,
            long searches,
            long meta,
            long keywords,
            long profiles,
            long submission,
            long hidden) {}

    /**
     * Irregularities of history_data.csv and watch_e_data.csv; rows are those of the history unless stated otherwise.
     *
     * @param repeatedRows rows whose (profile_id, album_id, log_time) occurs in an earlier row
     * @param sessionsAhead rows with an ss_id later than their log_time
     * @param secondsOver59 rows whose log_time ends in more than 59
     * @param laterDays rows on a later day than their ss_id
     * @param outageDays rows of 28 to 30 April
     * @param paymentsEmpty rows without a payment
     * @param paymentsWithPoint rows with a payment spelled like 500.0
     * @param glances rows of watch_e_data.csv with a watch_time of at most 15 seconds
     * @param profilesOnlyHere profiles that have no row in watch_e_data.csv
     * @param albumsWatched albums with at least one row
     * @param albumsOnlyHere albums that have no row in watch_e_data.csv
     * @param joinedRows rows that a naive join with meta_data.csv by album_id would give
     */
    public record InLogs(
            long repeatedRows,
            long sessionsAhead,
            long secondsOver59,
            long laterDays,
            long outageDays,
            long paymentsEmpty,
            long paymentsWithPoint,
            long glances,
            int profilesOnlyHere,
            int albumsWatched,
            int albumsOnlyHere,
            long joinedRows) {}

    /**
     * Irregularities of meta_data.csv.
     *
     * @param albums distinct album ids
     * @param albumsWithSeveralRows albums with more than one row, differing in sub_title only
     * @param mostRowsOfAnAlbum the largest number of rows of one album
     * @param spelledTogether albums of genre_mid 노래율동
     * @param spelledApart albums of genre_mid 노래 율동
     * @param onAirEmpty rows without an onair_date
     * @param onAirWithPoint rows with an onair_date like 20160411.0
     * @param numbersAsCast rows whose cast_7 is a number
     * @param titlesQuoted rows whose title must be quoted
     */
    public record InMeta(
            int albums,
            int albumsWithSeveralRows,
            int mostRowsOfAnAlbum,
            int spelledTogether,
            int spelledApart,
            int onAirEmpty,
            int onAirWithPoint,
            int numbersAsCast,
            int titlesQuoted) {}

    /**
     * Empty interests in profile_data.csv.
     *
     * @param secondParentEmpty profiles without pr_interest_keyword_cd_2
     * @param thirdParentEmpty profiles without pr_interest_keyword_cd_3
     * @param secondChildEmpty profiles without ch_interest_keyword_cd_2
     * @param thirdChildEmpty profiles without ch_interest_keyword_cd_3
     */
    public record InProfiles(int secondParentEmpty, int thirdParentEmpty, int secondChildEmpty, int thirdChildEmpty) {}
}
