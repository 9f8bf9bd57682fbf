package nl.respijt.bericht;

import static nl.respijt.bericht.Proefpost.NU;
import static nl.respijt.bericht.Proefpost.ding;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DoorgeverTest {
    private final Proefpost post = new Proefpost();

    @AfterEach
    void sluit() {
        post.close();
    }

    @Test
    void another_system_hears_the_next_message_after_one_that_broke() throws Exception {
        var gebroken = ding();
        var verteld = new CountDownLatch(1);
        var doorgever = new Doorgever(
                post.berichten,
                List.of(koppeling(bericht -> {
                    if (bericht.dingId().equals(gebroken)) {
                        throw new NoClassDefFoundError("as in a broken release");
                    }
                    verteld.countDown();
                })),
                post.klok);
        post.plaats(aanZaken(gebroken), aanZaken(ding()));
        doorgever.start();
        try {
            assertThat(verteld.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            doorgever.stop();
        }
    }

    private static Koppeling koppeling(Consumer<Bericht> vertel) {
        return new Koppeling() {
            @Override
            public Kanaal kanaal() {
                return Kanaal.ZAAK;
            }

            @Override
            public Optional<Bezorging> bezorg(Bericht bericht) {
                vertel.accept(bericht);
                return Optional.of(new Bezorging.Bezorgd());
            }
        };
    }

    private static NieuwBericht aanZaken(UUID ding) {
        return new NieuwBericht(Proefpost.SOORT, Kanaal.ZAAK, ding, 1, "gemeente", Map.of(), NU);
    }
}
