package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;

/** Whether tests that open a window or start another program bear the tag by which "mvn test" leaves them out. */
class TestLanesTest {
    private static final Set<String> SLOW =
            Set.of("org.testfx.framework.junit5.ApplicationExtension", "dev.nara.NaraProcess");

    @Test
    void slowTestsBearATag() {
        List<JavaClass> slow = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("dev.nara").stream()
                        .filter(type -> type.getSimpleName().endsWith("Test") && type.isTopLevelClass())
                        .filter(TestLanesTest::isSlow)
                        .toList();
        assertFalse(slow.isEmpty());
        assertEquals(
                List.of(),
                slow.stream()
                        .filter(type -> !type.isAnnotatedWith(Tag.class) && !type.isAnnotatedWith(Tags.class))
                        .map(JavaClass::getName)
                        .toList(),
                "classes without @Tag(\"window\") or @Tag(\"process\")");
    }

    private static boolean isSlow(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                        dependency -> SLOW.contains(dependency.getTargetClass().getName()));
    }
}
