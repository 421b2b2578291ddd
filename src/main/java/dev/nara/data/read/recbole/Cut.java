package dev.nara.data.read.recbole;

import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The logs of one dataset: NAME.inter alone, or cut into parts as RecBole's {@code benchmark_filename} names them. Of two parts the second
 * is the test part, whatever its name.
 *
 * @param train the training part
 * @param valid the validation part, if there are three parts
 * @param test the test part, if there are two or three parts
 */
record Cut(DataFile train, Optional<DataFile> valid, Optional<DataFile> test) {
    /** The pattern between the name and ".inter" of a part. */
    static final String PARTS = "\\.(train|valid|val|test|part[123])";

    private static final List<List<String>> NAMES = List.of(
            List.of("train", "valid", "test"), List.of("train", "val", "test"), List.of("part1", "part2", "part3"));

    /** The logs with a name; if there is none, a log that throws when it is read. */
    static Cut of(DataFiles files, String name) {
        if (files.find(name + ".inter").isEmpty()) {
            for (List<String> parts : NAMES) {
                Optional<DataFile> train = part(files, name, parts.get(0));
                Optional<DataFile> second = part(files, name, parts.get(1));
                Optional<DataFile> third = part(files, name, parts.get(2));
                if (train.isPresent() && (second.isPresent() || third.isPresent())) {
                    return new Cut(train.get(), third.isPresent() ? second : third, third.isPresent() ? third : second);
                }
            }
            for (List<String> parts : NAMES) {
                Optional<DataFile> train = part(files, name, parts.get(0));
                if (train.isPresent()) {
                    return new Cut(train.get(), Optional.empty(), Optional.empty());
                }
            }
        }
        return new Cut(files.get(name + ".inter"), Optional.empty(), Optional.empty());
    }

    private static Optional<DataFile> part(DataFiles files, String name, String part) {
        return files.find(name + "." + part + ".inter");
    }

    /** All existing parts. */
    Stream<DataFile> files() {
        return Stream.concat(Stream.of(train), Stream.concat(valid.stream(), test.stream()));
    }
}
