package dev.nara.search.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.chart.StudyCourse;
import dev.nara.chart.StudyCourse.Line;
import dev.nara.chart.StudyCourse.Mark;
import dev.nara.chart.StudyCourse.Point;
import dev.nara.chart.StudyMark;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyChoice.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BestPictureTest {
    private static StudyCourse course(List<Integer> selected) {
        return BestPicture.course(
                SmallStudy.running(), selected, List.of(new Line("popularity", .1, Line.Kind.OTHER)), Locale.ENGLISH);
    }

    @Test
    void timesAreMinutesOfTheWholeBudget() {
        StudyCourse course = course(List.of());
        assertEquals(10, course.budget());
        assertEquals(5, course.now());
        assertEquals(List.of(new Point(.5, .26, Double.NaN), new Point(1, .272, .001)), course.best());
        assertEquals("#2 .2720 ± .002", course.bestWords());
    }

    @Test
    void trialsAreMarkedByHowTheyStand() {
        List<Mark> marks = course(List.of(4, 2)).marks();
        assertEquals(
                List.of(
                        StudyMark.FINISHED,
                        StudyMark.FINISHED,
                        StudyMark.YOURS,
                        StudyMark.OUT_OF_LIMIT,
                        StudyMark.DROPPED,
                        StudyMark.FAILED,
                        StudyMark.ALIVE),
                marks.stream().map(Mark::mark).toList());
        assertEquals(new Mark(2, 1, .272, StudyMark.FINISHED, 1), marks.get(1));
        assertEquals(0, marks.get(3).selected());
        assertTrue(Double.isNaN(marks.get(5).figure()));
        assertEquals((70 + 4) / 60.0, marks.get(6).minutes(), 1e-9, "four epochs of a second after its start");
    }

    @Test
    void thePresetIsALineAndWhatIsToComeIsSaid() {
        StudyCourse course = course(List.of());
        assertEquals(
                List.of(new Line("popularity", .1, Line.Kind.OTHER), new Line("preset", .26, Line.Kind.PRESET)),
                course.lines());
        assertEquals("5:00 left · about 9 more trials", course.ahead());
        assertEquals("chance of a gain in 10 min: 61%", course.gain());
        StudyCourse ended = BestPicture.course(
                SmallStudy.ended(SmallStudy.choice(Verdict.REAL)), List.of(), List.of(), Locale.ENGLISH);
        assertEquals("", ended.ahead());
        assertEquals("", ended.gain());
        StudyCourse confirming = BestPicture.course(
                SmallStudy.snapshot("NDCG@10", Phase.CONFIRMING, Optional.empty()),
                List.of(),
                List.of(),
                Locale.ENGLISH);
        assertEquals("", confirming.ahead(), "nothing more is tried");
        assertEquals("", confirming.gain());
    }

    @Test
    void whatWasTakenBackIsNotReported() {
        List<String> words = course(List.of()).actions().stream()
                .map(deed -> deed.minutes() + deed.words().substring(5))
                .toList();
        assertEquals(List.of("2.0 narrowed learning rate"), words);
    }

    @Test
    void lowerIsBetterWhereTheGoalSaysSo() {
        assertTrue(course(List.of()).higherIsBetter());
        StudyCourse course = BestPicture.course(
                SmallStudy.snapshot("Gini@10", Phase.SEARCHING, Optional.empty()),
                List.of(),
                List.of(),
                Locale.ENGLISH);
        assertFalse(course.higherIsBetter());
    }
}
