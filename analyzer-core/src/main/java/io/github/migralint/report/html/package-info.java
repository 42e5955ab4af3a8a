/**
 * The report as one page for a browser. A report with traces comes in, well-formed HTML that asks nothing of any network
 * goes out; what a lock stops or what grows is known from the traces, and nothing here works it out.
 */
@NullMarked
package io.github.migralint.report.html;

import org.jspecify.annotations.NullMarked;
