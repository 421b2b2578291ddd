package dev.nara.synth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes profile_data.csv and sample_submission.csv, both in ascending order of profile_id. */
final class ProfileFiles {
    static final String PROFILES = "profile_data.csv";
    static final String SUBMISSION = "sample_submission.csv";

    private static final String HEADER = "profile_id,sex,age,pr_interest_keyword_cd_1,pr_interest_keyword_cd_2,"
            + "pr_interest_keyword_cd_3,ch_interest_keyword_cd_1,ch_interest_keyword_cd_2,ch_interest_keyword_cd_3";
    private static final String PLACEHOLDER = "[0]";

    private final int[] parentEmpty = new int[Interests.MOST];
    private final int[] childEmpty = new int[Interests.MOST];

    void write(Path folder, List<Child> children, Dice dice) throws IOException {
        try (CsvWriter profiles = new CsvWriter(folder.resolve(PROFILES), HEADER);
                CsvWriter submission = new CsvWriter(folder.resolve(SUBMISSION), "profile_id,predicted_list")) {
            for (Child child : children) {
                Interests interests = Interests.draw(child.taste(), dice);
                profiles.row(
                        child.id(),
                        child.sex(),
                        child.age(),
                        code(interests.parent(), 0, parentEmpty),
                        code(interests.parent(), 1, parentEmpty),
                        code(interests.parent(), 2, parentEmpty),
                        code(interests.child(), 0, childEmpty),
                        code(interests.child(), 1, childEmpty),
                        code(interests.child(), 2, childEmpty));
                submission.row(child.id(), PLACEHOLDER);
            }
        }
    }

    private static String code(List<String> codes, int place, int[] empty) {
        if (place < codes.size()) {
            return codes.get(place);
        }
        empty[place]++;
        return "";
    }

    SampleReport.InProfiles report() {
        return new SampleReport.InProfiles(parentEmpty[1], parentEmpty[2], childEmpty[1], childEmpty[2]);
    }
}
