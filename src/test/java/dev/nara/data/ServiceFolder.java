package dev.nara.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hand-written service folder of three profiles and four albums, for tests to break. */
public final class ServiceFolder {
    private final Path folder;

    private ServiceFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the folder: 8 history rows of which one repeats, so 7 remain; album 40 has no meta. */
    public static ServiceFolder write(Path folder) throws IOException {
        ServiceFolder written = new ServiceFolder(folder);
        written.put("history_data.csv", """
                profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer
                3,20220301080000,20220301080001,MKID003,10,,N,N
                3,20220301080000,20220301080001,MKID003,10,,N,N
                3,20220420090000,20220420090099,MKID003,20,500,Y,N
                5,20220302080009,20220302080001,MKID003,10,500.0,N,N
                5,20220302080000,20220303080001,MKID003,30,,N,N
                5,20220302080000,20220429080001,MKID003,10,,N,N
                9,20220302080000,20220304080001,MKID003,40,,N,Y
                9,20220302080000,20220430080001,MKID003,20,,N,N
                """);
        written.put("profile_data.csv", """
                profile_id,sex,age,pr_interest_keyword_cd_1,pr_interest_keyword_cd_2,pr_interest_keyword_cd_3,\
                ch_interest_keyword_cd_1,ch_interest_keyword_cd_2,ch_interest_keyword_cd_3
                3,F,5,P02,P04,,K01,K03,
                5,M,3,P01,,,K08,,
                9,F,8,P07,P08,P01,K06,K05,K04
                """);
        written.put("meta_data.csv", """
                album_id,title,sub_title,genre_large,genre_mid,genre_small,country,run_time,onair_date,\
                cast_1,cast_2,cast_3,cast_4,cast_5,cast_6,cast_7
                10,"별똥별, 안녕 1화",하나,키즈,노래율동,,한국,300,20160411.0,가람,,,,,,
                10,"별똥별, 안녕 1화",둘,키즈,노래율동,,한국,300,20160411,가람,,,,,,
                20,달빛 숲 2화,,키즈,노래 율동,,한국,200,,,,,,,,
                30,바람 이야기,,애니,TV만화,,한국,,,,,,,,,나리
                """);
        written.put("sample_submission.csv", "profile_id,predicted_list\n3,[0]\n5,[0]\n9,[0]\n");
        return written;
    }

    /** Replaces a file. */
    public ServiceFolder put(String name, String content) throws IOException {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a file. */
    public ServiceFolder put(String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), content);
        return this;
    }

    /** Replaces a part of a file. */
    public ServiceFolder edit(String name, String from, String to) throws IOException {
        String content = Files.readString(folder.resolve(name));
        if (!content.contains(from)) {
            throw new IllegalArgumentException(from);
        }
        return put(name, content.replace(from, to));
    }

    /** Removes a file. */
    public ServiceFolder remove(String name) throws IOException {
        Files.delete(folder.resolve(name));
        return this;
    }
}
