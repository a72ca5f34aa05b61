package tusoi.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortHolderTest {
    @Test
    void namesTheProcessThatListens() throws Exception {
        var port = Ports.free();
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(Ports.isFree(port)).isFalse();
            assertThat(PortHolder.of(port)).hasValueSatisfying(holder -> assertThat(holder.pid())
                    .isEqualTo(ProcessHandle.current().pid()));
        }
    }

    @Test
    void nobodyHoldsAFreePort() {
        assertThat(PortHolder.of(Ports.free())).isEmpty();
    }
}
