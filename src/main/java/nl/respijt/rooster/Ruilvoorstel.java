package nl.respijt.rooster;

import java.util.UUID;

/** One gastheer offers {@code dienst} for {@code voor}, another's. */
public record Ruilvoorstel(UUID id, Dienst dienst, Dienst voor, Status status) {
    public enum Status {
        OPEN,
        AANVAARD,
        AFGEWEZEN,

        /** One of the two diensten is over, or went elsewhere. */
        VERVALLEN
    }
}
