package tusoi.testkit;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotModifiedException;
import java.util.List;
import org.testcontainers.containers.GenericContainer;

/** Kills and starts a container without losing it: Testcontainers itself would make a new one. */
final class Containers {
    private static final int STOP_SECONDS = 20;

    private Containers() {}

    /** @param portBinding as {@code docker run --publish} takes it */
    static void start(GenericContainer<?> container, String portBinding) {
        if (container.getContainerId() == null) {
            container.setPortBindings(List.of(portBinding));
            container.start();
            return;
        }
        try {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        } catch (NotModifiedException running) {
            return;
        }
    }

    static String describe(GenericContainer<?> container) {
        return container.getDockerImageName() + " in container " + container.getContainerId();
    }

    static void stop(GenericContainer<?> container) {
        container
                .getDockerClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(STOP_SECONDS)
                .exec();
    }

    static void kill(GenericContainer<?> container) {
        if (container.getContainerId() == null) {
            return;
        }
        try {
            container
                    .getDockerClient()
                    .killContainerCmd(container.getContainerId())
                    .exec();
        } catch (ConflictException notRunning) {
            return;
        }
    }
}
