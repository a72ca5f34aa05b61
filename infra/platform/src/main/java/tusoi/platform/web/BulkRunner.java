package tusoi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.problems.Language;
import tusoi.platform.problems.Problem;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.problems.Problems;
import tusoi.platform.security.ActorIds;

class BulkRunner implements BulkCommands {
    static final int MAX_ITEMS = 200;

    /** Commits wait for each other, as each wakes the relay; locks are held until the last of so many items is done. */
    static final int TOGETHER = 20;

    private final Idempotency idempotency;
    private final Supplier<PlatformTransactionManager> transactions;
    private final Supplier<ActorIds> actors;
    private final Problems problems;
    private final JsonMapper json;

    BulkRunner(
            Idempotency idempotency,
            Supplier<PlatformTransactionManager> transactions,
            Supplier<ActorIds> actors,
            Problems problems,
            JsonMapper json) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.actors = actors;
        this.problems = problems;
        this.json = json;
    }

    @Override
    public <T> BulkResult run(String route, List<T> items, Function<T, Object> command) {
        return run(route, items, command, 1);
    }

    @Override
    public <T> BulkResult runTogether(String route, List<T> items, Function<T, Object> command) {
        return run(route, items, command, TOGETHER);
    }

    private <T> BulkResult run(String route, List<T> items, Function<T, Object> command, int together) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Each item has its own transaction: call this outside of one");
        }
        if (items.isEmpty() || items.size() > MAX_ITEMS) {
            throw ProblemException.unreadable(
                    "items", "1 to " + MAX_ITEMS + " items are wanted", "Send them in several requests");
        }
        Run<T> run = new Run<>(route, currentRequest(), command);
        List<BulkResult.Item> results = new ArrayList<>();
        for (int from = 0; from < items.size(); from += together) {
            results.addAll(run.items(from, items.subList(from, Math.min(items.size(), from + together))));
        }
        return new BulkResult(results);
    }

    private static @Nullable HttpServletRequest currentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    private final class Run<T> {
        private final String route;
        private final Optional<String> key;
        private final Language language;
        private final UUID account;
        private final Function<T, Object> command;
        private final TransactionTemplate transaction = new TransactionTemplate(transactions.get());

        private Run(String route, @Nullable HttpServletRequest request, Function<T, Object> command) {
            this.route = route;
            this.key = request == null ? Optional.empty() : IdempotencyKey.of(request);
            this.language = request == null ? Language.VI : Language.of(request);
            this.account = actors.get().current();
            this.command = command;
        }

        private List<BulkResult.Item> items(int from, List<T> items) {
            if (items.size() > 1) {
                try {
                    return Objects.requireNonNull(transaction.execute(status -> IntStream.range(0, items.size())
                            .mapToObj(i -> new BulkResult.Item(from + i, 200, result(from + i, items.get(i))))
                            .toList()));
                } catch (RuntimeException oneOfThem) {
                    // Nothing of it is left: each on its own shows which one, and why.
                }
            }
            return IntStream.range(0, items.size())
                    .mapToObj(i -> item(from + i, items.get(i)))
                    .toList();
        }

        private BulkResult.Item item(int index, T item) {
            try {
                return new BulkResult.Item(index, 200, transaction.execute(status -> result(index, item)));
            } catch (RuntimeException failure) {
                Problem problem = problems.of(failure, language);
                return new BulkResult.Item(index, problem.status(), problem);
            }
        }

        private Object result(int index, T item) {
            if (key.isEmpty()) {
                return command.apply(item);
            }
            byte[] hash =
                    HashedBody.sha256().digest(json.writeValueAsString(item).getBytes(StandardCharsets.UTF_8));
            Idempotency.Use use = new Idempotency.Use(account, route, key.get(), index, hash);
            Optional<Idempotency.Answer> former = idempotency.claim(use);
            if (former.isPresent()) {
                return json.readTree(former.get().body());
            }
            Object result = command.apply(item);
            idempotency.keep(use, new Idempotency.Answer(200, Map.of(), json.writeValueAsBytes(result)));
            return result;
        }
    }
}
