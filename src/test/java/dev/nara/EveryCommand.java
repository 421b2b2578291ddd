package dev.nara;

import dev.nara.cli.NaraCommand;
import dev.nara.store.Services;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A program of its own that carries out commands of every kind, to be watched while it does. */
public final class EveryCommand {
    private EveryCommand() {}

    /** The folder that it works in. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        StringBuilder rows = new StringBuilder("user,item,time\n");
        for (int user = 0; user < 30; user++) {
            for (int n = 0; n < 8; n++) {
                rows.append(user).append(',').append((user * 3 + n * n) % 25).append(',');
                rows.append(1_600_000_000L + 86_400L * n + user).append('\n');
            }
        }
        String data = Files.writeString(folder.resolve("data.csv"), rows).toString();
        String columns = " --user user --item item --time time --data " + data;
        String file = " --file " + folder.resolve("run.zip");
        Path query = Files.writeString(
                folder.resolve("log.sql"), "SELECT user_id AS user, item_id AS item FROM data WHERE user_id > 3");
        Services services = TestServices.on(folder);
        for (String command : List.of(
                "sample --profiles 50 --out " + folder.resolve("sample"),
                "data" + columns,
                "train --epochs 1 --engine mxnet --algorithm gmf" + columns,
                "train --epochs 1 --engine vector --algorithm gmf" + columns,
                "data --export " + folder.resolve("parquet") + " --as parquet" + columns,
                "data --data " + folder.resolve("parquet"),
                "data --user user --item item --data " + folder.resolve("parquet") + " --query " + query,
                "tune --trials 2 --epochs 1 --algorithm mf" + columns,
                "baselines" + columns,
                "evaluate --run 1",
                "compare --runs 1,2 --out " + folder.resolve("compared.html"),
                "recommend --run 1 --out " + folder.resolve("lists.parquet"),
                "runs list",
                "runs export --run 1" + file,
                "runs import" + file,
                "runs export --run 1 --as html --file " + folder.resolve("run.html"),
                "runs export --run 1 --as npz --file " + folder.resolve("run.npz"),
                "workspace forget --yes --user 7")) {
            int code = NaraCommand.run(
                    services, TestServices::bench, System.out, System.out, Locale.ENGLISH, command.split(" ", -1));
            System.out.println("exit code " + code + " " + command);
        }
        System.out.write("all\n".getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
