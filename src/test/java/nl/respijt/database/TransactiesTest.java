package nl.respijt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

final class TransactiesTest {
    private final Transacties transacties = Proefdienst.gedeeld().bean(Transacties.class);

    @Test
    void what_a_refused_batch_was_about_stays_out_of_the_log() {
        assertThatThrownBy(() -> transacties.schrijf(handle -> {
                    var batch = handle.prepareBatch(
                            "insert into contact (soort, waarde, mantelzorger_id) values ('email', :adres, :wie)");
                    batch.bind("adres", "iemand@voorbeeld.example")
                            .bind("wie", UUID.randomUUID())
                            .add();
                    return batch.execute().length;
                }))
                .hasStackTraceContaining("contact_van_mantelzorger")
                .satisfies(fout -> assertThat(Throwables.getStackTrace(fout)).doesNotContain("iemand@"));
    }
}
