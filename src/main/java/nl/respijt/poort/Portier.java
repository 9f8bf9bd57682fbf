package nl.respijt.poort;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import nl.respijt.poort.Weigeringen.Weigering;
import org.jspecify.annotations.Nullable;

/**
 * Sees each request of a connection come and its answer go. What is no request, or takes too long to arrive, is answered
 * here and ends the connection; of all others it only writes the line in the {@link Toegangslog}.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here fails because the line is gone
final class Portier extends ChannelDuplexHandler {
    /** Closing at once on somebody who still talks can lose them the answer. */
    private static final int NA_SECONDEN = 2;

    private final Weigeringen weigeringen;
    private final Geduld geduld;
    private final Queue<Toegangslog.Regel> lopend = new ArrayDeque<>(2);
    private @Nullable Weigering laatste;

    Portier(Weigeringen weigeringen, Geduld geduld) {
        this.weigeringen = weigeringen;
        this.geduld = geduld;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bericht) {
        if (laatste != null) {
            ReferenceCountUtil.release(bericht);
            return;
        }
        if (bericht instanceof HttpRequest verzoek) {
            var weigering = Weigeringen.tegen(verzoek);
            if (weigering.isPresent()) {
                ReferenceCountUtil.release(bericht);
                weiger(ctx, weigering.get(), Toegangslog.Regel.van(verzoek));
                return;
            }
            lopend.add(Toegangslog.Regel.van(verzoek));
        }
        if (bericht instanceof LastHttpContent) {
            geduld.isBinnen();
        }
        ctx.fireChannelRead(bericht);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object gebeurtenis) {
        if (gebeurtenis != Geduld.Op.OP) {
            ctx.fireUserEventTriggered(gebeurtenis);
        } else if (lopend.isEmpty() && laatste == null) {
            weiger(ctx, Weigeringen.TE_LANGZAAM, Toegangslog.Regel.zonderVerzoek());
        } else {
            ctx.close(); // half a body: whoever waits for it hears that the line is gone
        }
    }

    /** Answers of earlier requests on this line go first. */
    private void weiger(ChannelHandlerContext ctx, Weigering weigering, Toegangslog.Regel regel) {
        laatste = weigering;
        lopend.add(regel);
        if (lopend.size() == 1) {
            sluitAf(ctx, weigering);
        }
    }

    private void sluitAf(ChannelHandlerContext ctx, Weigering weigering) {
        var regel = lopend.remove();
        var antwoord = weigeringen.antwoord(weigering, regel.isApi());
        regel.antwoord(antwoord);
        regel.inhoud(antwoord.content().readableBytes());
        regel.schrijf();
        ctx.writeAndFlush(antwoord).addListener(geschreven -> {
            if (ctx.channel() instanceof DuplexChannel lijn && lijn.isActive()) {
                lijn.shutdownOutput();
                ctx.executor().schedule(() -> ctx.close(), NA_SECONDEN, TimeUnit.SECONDS);
            } else {
                ctx.close();
            }
        });
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object bericht, ChannelPromise belofte) {
        var regel = lopend.peek();
        if (regel == null) {
            ctx.write(bericht, belofte);
            return;
        }
        if (bericht instanceof HttpResponse antwoord) {
            if (antwoord.status().codeClass() == HttpStatusClass.INFORMATIONAL) { // the real answer is still to come
                ctx.write(bericht, belofte);
                return;
            }
            regel.antwoord(antwoord);
        }
        if (bericht instanceof HttpContent deel) {
            regel.inhoud(deel.content().readableBytes());
        }
        var klaar = bericht instanceof LastHttpContent;
        ctx.write(bericht, belofte);
        if (klaar) {
            lopend.remove();
            regel.schrijf();
            if (laatste != null && lopend.size() == 1) {
                sluitAf(ctx, laatste);
            }
        }
    }
}
