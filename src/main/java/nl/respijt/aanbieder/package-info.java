/**
 * Who is contracted to give respite, until when, and who acts for them. An aanbieder has a contract for each dienst that
 * it gives; of the lines that were ever recorded the last one holds. Knows no moments: whoever publishes or books for an
 * aanbieder asks {@link nl.respijt.aanbieder.Contracten}, and hears of another end by {@link
 * nl.respijt.aanbieder.ContractGevolg}. domain.md, "Respijtzorg Thuis" and "Kortdurend Verblijf".
 */
@NullMarked
package nl.respijt.aanbieder;

import org.jspecify.annotations.NullMarked;
