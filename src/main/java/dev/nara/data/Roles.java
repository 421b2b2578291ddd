package dev.nara.data;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a reader knows about columns of attributes in addition to their names and values, such as roles. */
final class Roles {
    private static final int OLDEST = 120;

    static final Roles NONE = new Roles(Map.of(), Set.of(), Set.of(), Set.of(), OLDEST);

    private final Map<Role, String> columns;
    private final Set<String> aggregates;
    private final Set<String> lists;
    private final Set<String> coded;
    private final int oldest;

    private Roles(Map<Role, String> columns, Set<String> aggregates, Set<String> lists, Set<String> coded, int oldest) {
        this.columns = columns;
        this.aggregates = aggregates;
        this.lists = lists;
        this.coded = coded;
        this.oldest = oldest;
    }

    /** The column of a role, "" for none. */
    String column(Role role) {
        return columns.getOrDefault(role, "");
    }

    boolean isAggregate(String column) {
        return aggregates.contains(column);
    }

    boolean isList(String column) {
        return lists.contains(column);
    }

    boolean isCoded(String column) {
        return coded.contains(column);
    }

    int oldest() {
        return oldest;
    }

    Roles withOldest(int age) {
        return new Roles(columns, aggregates, lists, coded, age);
    }

    Roles with(Role role, String column) {
        Map<Role, String> more = new EnumMap<>(Role.class);
        more.putAll(columns);
        more.put(role, column);
        return new Roles(more, aggregates, lists, coded, oldest);
    }

    Roles withAggregate(String column) {
        return new Roles(columns, plus(aggregates, column), lists, coded, oldest);
    }

    Roles withList(String column) {
        return new Roles(columns, aggregates, plus(lists, column), coded, oldest);
    }

    Roles withCoded(String column) {
        return new Roles(columns, aggregates, lists, plus(coded, column), oldest);
    }

    /** A union with the properties of other columns; a role that is already taken keeps its column. */
    Roles and(Roles others) {
        Map<Role, String> more = new EnumMap<>(Role.class);
        more.putAll(others.columns);
        more.putAll(columns);
        return new Roles(
                more,
                plus(aggregates, others.aggregates),
                plus(lists, others.lists),
                plus(coded, others.coded),
                Math.max(oldest, others.oldest));
    }

    private static Set<String> plus(Set<String> columns, Set<String> others) {
        Set<String> more = new HashSet<>(columns);
        more.addAll(others);
        return more;
    }

    private static Set<String> plus(Set<String> columns, String column) {
        Set<String> more = new HashSet<>(columns);
        more.add(column);
        return more;
    }
}
