package nl.respijt.poort;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer.Registry;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Portier} and its {@link Geduld} on every connection. */
@Singleton
final class Poort implements BeanCreatedEventListener<Registry> {
    private final Weigeringen weigeringen;
    private final Duration geduld;

    /**
     * @param geduld how long a request may take to arrive. A form takes a blink, also on a bad phone line; somebody who
     *     sends a byte a second holds a connection for nothing.
     */
    Poort(Weigeringen weigeringen, @Property(name = "respijt.verzoek-binnen", defaultValue = "20s") Duration geduld) {
        this.weigeringen = weigeringen;
        this.geduld = geduld;
    }

    @Override
    public Registry onCreated(BeanCreatedEvent<Registry> gemaakt) {
        gemaakt.getBean().register(new Lijn(null));
        return gemaakt.getBean();
    }

    /** Made anew by the server for each connection. */
    private final class Lijn implements NettyServerCustomizer {
        private final @Nullable Channel kanaal;

        Lijn(@Nullable Channel kanaal) {
            this.kanaal = kanaal;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel nieuw, ChannelRole rol) {
            return new Lijn(nieuw);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (kanaal == null || kanaal.pipeline().get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) == null) {
                return;
            }
            var wacht = new Geduld(geduld);
            kanaal.pipeline()
                    .addFirst("geduld", wacht)
                    .addAfter(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                            "portier",
                            new Portier(weigeringen, wacht));
        }
    }
}
