package dev.nara;

import dev.nara.cli.NaraCommand;
import dev.nara.settings.Home;
import dev.nara.store.Services;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A program of its own that carries out commands of every kind, to be watched while it does. */
public final class EveryCommand {
    /** Each command of the program, once at least; those that may be refused here begin with a question mark. */
    public static final List<String> COMMANDS = List.of(
            "sample --profiles 50 --out FOLDER/sample",
            "data COLUMNS",
            "train --epochs 1 --engine mxnet --algorithm gmf COLUMNS",
            "train --epochs 1 --engine vector --algorithm gmf COLUMNS",
            "data --export FOLDER/parquet --as parquet COLUMNS",
            "data --data FOLDER/parquet",
            "data --user user --item item --data FOLDER/parquet --query QUERY",
            "data --freeze FOLDER/frozen --split leave-one-out --card FOLDER/card.md --save-recipe COLUMNS",
            "tune --trials 2 --epochs 1 --algorithm mf --notify-file FOLDER/notes.txt COLUMNS",
            "tune list",
            "tune show --study 1",
            "tune export --study 1 --as html --output FOLDER/study.html",
            "tune confirm --study 1 --seeds 1",
            "tune test --study 1 --seeds 1",
            "?tune pause --study 1",
            "?tune continue --study 1",
            "?tune finish --study 1",
            "?tune stop --study 1",
            "?tune extend --study 1 --trials 1",
            "?tune add --study 1 --set factors=4",
            "?tune narrow --study 1 --space factors=4..8",
            "?tune fix --study 1 --set factors=4",
            "?tune prefer --study 1 --set factors=4",
            "?tune pin --study 1 --trial 1",
            "?tune unpin --study 1 --trial 1",
            "?tune drop --study 1 --trial 1",
            "?tune thaw --study 1 --trial 1",
            "?tune again --study 1 --trial 1",
            "?tune choose --study 1 --trial 1",
            "tune ask --space SPACE",
            "baselines COLUMNS",
            "evaluate --run 1",
            "compare --runs 1,2 --out FOLDER/compared.html",
            "recommend --run 1 --out FOLDER/lists.parquet",
            "fit --run 1",
            "?resume --run 1",
            "?compose --recipe RECIPE --out FOLDER/composed.csv",
            "?submit --run 1 --out FOLDER/submission.csv",
            "?check --submission FOLDER/submission.csv --data FOLDER/sample",
            "runs list",
            "runs show --run 1",
            "?runs pause --run 1",
            "?runs continue --run 1",
            "?runs stop --run 1",
            "runs at-a-time --number 2",
            "runs export --run 1 --file FOLDER/run.nara",
            "runs import --file FOLDER/run.nara",
            "runs export --run 1 --as html --file FOLDER/run.html",
            "runs export --run 1 --as npz --file FOLDER/run.npz",
            "runs export --run 1 --as mlflow --file FOLDER/mlruns",
            "runs export --run 1 --as tensorboard --file FOLDER/tensorboard",
            "runs export --run 1 --as onnx --file FOLDER/onnx",
            "runs export --run 1 --as table --file FOLDER/tables",
            "runs export --run 1 --as projector --file FOLDER/projector",
            "runs export --run 1 --as notebook --file FOLDER/run.ipynb",
            "runs export --as python --file FOLDER/nara.py",
            "runs move --run 1 --data FOLDER/data.csv",
            "runs delete --run 2",
            "runs trash",
            "runs restore --run 2",
            "runs clean --yes",
            "bench --cases a --engines mxnet --repeats 1 --seconds 0.02",
            "workspace check",
            "workspace check --repair",
            "workspace forget --yes --user 7");

    private EveryCommand() {}

    /** The folder that it works in. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Home.at(folder).prepare();
        StringBuilder rows = new StringBuilder("user,item,time\n");
        for (int user = 0; user < 30; user++) {
            for (int n = 0; n < 8; n++) {
                rows.append(user).append(',').append((user * 3 + n * n) % 25).append(',');
                rows.append(1_600_000_000L + 86_400L * n + user).append('\n');
            }
        }
        String data = Files.writeString(folder.resolve("data.csv"), rows).toString();
        String columns = " --user user --item item --time time --data " + data;
        Path query = Files.writeString(
                folder.resolve("log.sql"), "SELECT user_id AS user, item_id AS item FROM data WHERE user_id > 3");
        Path recipe = Files.writeString(
                folder.resolve("recipe.json"), "{\"blocks\":[{\"runs\":{\"1\":1}},{\"algorithm\":\"popularity\"}]}");
        Path space = Files.writeString(
                folder.resolve("space.json"),
                "{\"goal\":\"maximize\",\"parameters\":[{\"name\":\"a\",\"kind\":\"real\",\"low\":0.1,\"high\":1}]}");
        Services services = TestServices.on(folder);
        for (String command : COMMANDS) {
            String words = command.replace("COLUMNS", columns.strip())
                    .replace("QUERY", query.toString())
                    .replace("RECIPE", recipe.toString())
                    .replace("SPACE", space.toString())
                    .replace("FOLDER", folder.toString());
            int code = NaraCommand.run(
                    services,
                    TestServices::bench,
                    System.out,
                    System.out,
                    Locale.ENGLISH,
                    words.substring(words.startsWith("?") ? 1 : 0).split(" ", -1));
            // Refused as it should be, such as to pause what has ended.
            boolean refused = words.startsWith("?") && code == 2;
            System.out.println("exit code " + (refused ? 0 : code) + " " + command);
        }
        System.out.write("all\n".getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
