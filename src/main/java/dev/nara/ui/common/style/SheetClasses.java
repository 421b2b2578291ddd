package dev.nara.ui.common.style;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Scene;

/**
 * The style classes that rules of style sheets ask for, which JavaFX compares with those of every new kind of node in a window. It keeps
 * both as bits, but those of the sheets in a wrapper that it does not look into: it then goes over all bits one by one, for each rule.
 * Without the wrapper a comparison is one operation. Where JavaFX is not built as expected, everything stays as it is.
 */
public final class SheetClasses {
    private static final String PACKAGE = "com.sun.javafx.css.";

    private SheetClasses() {}

    /** Makes the rules of the scene's style sheets, and of those of the toolkit, quick to find; on the JavaFX thread. */
    public static void unwrap(Scene scene) {
        load(scene.getStylesheets());
        try {
            Constructor<?> bits = Class.forName(PACKAGE + "StyleClassSet").getConstructor();
            List<Object> keys = keys();
            Field classes = field(keys.get(0).getClass(), "key");
            for (Object key : keys) {
                Object wrapped = classes.get(key);
                if (!bits.getDeclaringClass().isInstance(wrapped)) {
                    classes.set(key, copy(wrapped, bits.newInstance()));
                }
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // As JavaFX has them they mean the same.
        }
    }

    @SuppressWarnings("unchecked") // both hold what JavaFX made for a name
    private static Object copy(Object wrapped, Object empty) {
        ((Set<Object>) empty).addAll((Set<Object>) wrapped);
        return empty;
    }

    /** JavaFX would read them when it styles the first node. */
    private static void load(List<String> sheets) {
        Group first = new Group();
        new Scene(first).getStylesheets().setAll(sheets);
        first.applyCss();
    }

    /** What holds the set of classes of each rule that has one. */
    private static List<Object> keys() throws ReflectiveOperationException {
        Object manager =
                Class.forName(PACKAGE + "StyleManager").getMethod("getInstance").invoke(null);
        List<Object> sheets = new ArrayList<>((Collection<?>) read(manager, "platformUserAgentStylesheetContainers"));
        sheets.addAll(((Map<?, ?>) read(manager, "stylesheetContainerMap")).values());
        List<Object> keys = new ArrayList<>();
        for (Object sheet : sheets) {
            keys.addAll(((Map<?, ?>) read(read(sheet, "selectorPartitioning"), "styleClassMap")).keySet());
        }
        return keys;
    }

    /** How many of the rules' sets of classes are wrapped, and how many there are. */
    static List<Integer> wrapped() throws ReflectiveOperationException {
        List<Object> keys = keys();
        int wrapped = 0;
        for (Object key : keys) {
            wrapped += read(key, "key").getClass().getName().startsWith(PACKAGE) ? 0 : 1;
        }
        return List.of(wrapped, keys.size());
    }

    private static Object read(Object object, String field) throws ReflectiveOperationException {
        return field(object.getClass(), field).get(object);
    }

    private static Field field(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
