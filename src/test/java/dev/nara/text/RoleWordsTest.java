package dev.nara.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoleWordsTest {
    private static final Locale ENGLISH = RoleWords.GENERAL.in(Locale.ENGLISH);
    private static final Locale KOREAN = RoleWords.GENERAL.in(Locale.KOREAN);

    private static String in(Locale locale, String key, Object... arguments) {
        return Text.of(key, arguments).in(locale);
    }

    @Test
    void dataOfTheServiceHaveChildrenAndOthersHaveUsers() {
        assertEquals(RoleWords.SERVICE, RoleWords.of("service"));
        assertEquals(RoleWords.GENERAL, RoleWords.of("movielens"));
        assertEquals(Locale.KOREAN, RoleWords.SERVICE.in(Locale.KOREAN));
        assertEquals(Locale.ENGLISH, RoleWords.SERVICE.in(ENGLISH));
    }

    @Test
    void textsOfOtherDataSpeakOfUsersItemsAndInteractions() {
        assertEquals("User", in(ENGLISH, "workspace.child"));
        assertEquals("사용자", in(KOREAN, "workspace.child"));
        assertEquals("Choose an item in the list to see why it is there.", in(ENGLISH, "child.why.empty"));
        assertEquals("1 interaction in 2 sessions", in(ENGLISH, "child.history.said", 1, 2));
        assertEquals("12 users gained, 3 lost, 4 stayed the same.", in(ENGLISH, "html.gains", 12, 3, 4));
        assertEquals("왼쪽에서 사용자를 고르세요.", in(KOREAN, "child.choose"));
        assertEquals("이 사용자의 행이 없습니다", in(KOREAN, "data.rows.none"));
    }

    /** A warning of all data speaks of users; on a screen that calls them children everywhere else, of children. */
    @Test
    void onTheScreenOfTheServiceUsersAreChildren() {
        Locale screen = RoleWords.SERVICE.onScreen(Locale.ENGLISH);
        assertEquals(
                "70 of 414 children with held-out items have no training rows; they are evaluated separately.",
                in(screen, "split.warning.apart", 70, 414));
        assertEquals(
                "Only 3 children can be evaluated. With fewer than 30 children, results are mostly chance.",
                in(screen, "split.warning.few", 3, 30));
        assertEquals("95% interval, paired by child", in(screen, "against.interval"));
        assertEquals(
                "정답이 있는 아이 414명 중 70명은 학습 행이 없어 따로 평가합니다.",
                in(RoleWords.SERVICE.onScreen(Locale.KOREAN), "split.warning.apart", 70, 414));
        assertEquals(ENGLISH, RoleWords.GENERAL.onScreen(Locale.ENGLISH));
        assertEquals(
                "70 of 414 users with held-out items have no training rows; they are evaluated separately.",
                in(RoleWords.SERVICE.in(Locale.ENGLISH), "split.warning.apart", 70, 414));
    }

    /** A film may be called so. */
    @Test
    void whatTheDataThemselvesSayStaysAsItIs() {
        assertEquals("Without A Child’s View:", in(ENGLISH, "child.whatif.tried.without", "A Child’s View"));
    }

    @Test
    void menusStayWhatTheyAre() {
        assertEquals(in(Locale.ENGLISH, "menu.view"), in(ENGLISH, "menu.view"));
    }

    /** No text of the screens that show users, items and interactions forgets one. */
    @Test
    void noChildIsLeftOnTheScreensOfOtherData() {
        Set<String> left = new TreeSet<>();
        for (Locale locale : List.of(ENGLISH, KOREAN)) {
            left.addAll(Text.bundle(locale).keySet().stream()
                    .filter(key ->
                            key.matches("(child|compare|html|export|verdict|group|gains|source|reason|workspace)\\..*"))
                    .filter(key -> RoleWords.words(key, Text.bundle(locale).getString(key), locale)
                            .matches("(?s).*(\\b[Cc]hild|\\b[Aa]lbum|\\b[Vv]iews?\\b|아이(?!템|콘|디)|앨범).*"))
                    .collect(Collectors.toSet()));
        }
        assertTrue(left.isEmpty(), left.toString());
    }
}
