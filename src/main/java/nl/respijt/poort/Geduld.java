package nl.respijt.poort;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees the bytes as they come in, and tells the {@link Portier} when a request that has begun is not there in time. A
 * request that comes in one piece, as nearly all do, costs no timer.
 */
final class Geduld extends ChannelInboundHandlerAdapter {
    /** Told to the handlers after this one. */
    enum Op {
        OP
    }

    private final Duration langst;
    private boolean onderweg;
    private @Nullable Future<?> wekker;

    Geduld(Duration langst) {
        this.langst = langst;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        onderweg = true;
        ctx.fireChannelRead(bytes); // what completes a request calls isBinnen before this returns
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (onderweg && wekker == null) {
            wekker = ctx.executor()
                    .schedule(
                            () -> {
                                ctx.fireUserEventTriggered(Op.OP);
                            },
                            langst.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        ctx.fireChannelReadComplete();
    }

    /** The request is there; what comes next is another one. */
    void isBinnen() {
        onderweg = false;
        if (wekker != null) {
            wekker.cancel(false);
            wekker = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        isBinnen();
        ctx.fireChannelInactive();
    }
}
