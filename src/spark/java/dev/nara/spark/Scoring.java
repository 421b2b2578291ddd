package dev.nara.spark;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.eval.Ties;
import dev.nara.eval.TopLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;

/** Computes the lists of the users of a partition, one block of users after the other, so that memory does not grow with the partition. */
final class Scoring implements FlatMapFunction<Iterator<UserPart>, UserList> {
    private static final long serialVersionUID = 1L;
    private static final int BLOCK = 1200;

    private final Broadcast<SharedModel> model;
    private final int k;
    private final int threads;
    private final LongAccumulator leftOut;

    /**
     * @param threads that a task may use
     * @param leftOut counts users without a list
     */
    Scoring(Broadcast<SharedModel> model, int k, int threads, LongAccumulator leftOut) {
        this.model = model;
        this.k = k;
        this.threads = threads;
        this.leftOut = leftOut;
    }

    @Override
    public Iterator<UserList> call(Iterator<UserPart> users) {
        return new Blocks<>(users::hasNext, () -> lists(users));
    }

    private List<UserList> lists(Iterator<UserPart> users) {
        List<UserPart> known = new ArrayList<>();
        List<UserPart> unknownUsers = new ArrayList<>();
        while (users.hasNext() && known.size() + unknownUsers.size() < BLOCK) {
            UserPart user = users.next();
            (user.known() ? known : unknownUsers).add(user);
        }
        if (!model.value().knowsStrangers()) {
            leftOut.add(unknownUsers.size());
            unknownUsers.clear();
        }
        try (GivenThreads given = new GivenThreads(threads)) {
            List<UserList> lists = new ArrayList<>(given.run(() -> lists(known)));
            lists.addAll(given.run(() -> lists(unknownUsers)));
            return lists;
        }
    }

    private List<UserList> lists(List<UserPart> users) throws DataException {
        if (users.isEmpty()) {
            return List.of();
        }
        SharedModel shared = model.value();
        Recommender recommender = shared.of(users);
        int[] all = new int[users.size()];
        Arrays.setAll(all, u -> u);
        UserList[] lists = new UserList[all.length];
        new TopLists(recommender, k, u -> shared.leftOut(users.get(u)), Ties.BY_INDEX)
                .rank(all, (n, items, scores) -> lists[n] = new UserList(users.get(n), items, scores));
        return List.of(lists);
    }
}
