/**
 * What people may write at a one-stop desk, invented line by line. «kind:…» marks an identifier, ‹…› a number that
 * harms nobody and must stay as it is. All names and numbers are made up.
 */

/** Written before the rules were tuned, and used to tune them. */
export const comments = `
Cán bộ gọi cho tôi theo số «phone:0912345678» để báo đã có thẻ, rất chu đáo.
Đề nghị liên hệ lại «phone:0912 345 678», tôi chờ từ ‹8 giờ› đến ‹10 giờ 30›.
sdt cua toi «phone:0987.654.321», co gi goi nhe
Tôi để lại số «phone:0977-123-456» mà ‹3 ngày› không ai gọi.
Số Zalo của em «phone:+84912345678», nhờ các anh nhắn khi xong hồ sơ.
Xin gọi «phone:(+84) 912 345 678» gặp chị Hoa, lệ phí ‹75.000 đồng› tôi đã nộp.
Điện thoại nhà «phone:0239 3855 123», tôi ‹72 tuổi› không dùng di động.
Gọi máy bàn «phone:(0239) 3.855.123» không ai nghe máy lúc ‹14h15›.
số đt «phone:0 9 1 2 3 4 5 6 7 8» nha cán bộ
liên hệ «phone:o912345678» gặp Tuấn
Tôi đọc số «phone:không chín một hai ba bốn năm sáu bảy tám» cho cán bộ mà ghi sai ‹2 lần›.
Số của tôi là «phone:０９１２３４５６７８», xin báo lại.
SĐT:«phone:0356789012»
sđt«phone:0868123456» gọi sau ‹17h›
Chồng tôi «phone:0903 12 34 56» còn tôi «phone:0903.12.34.57», ai gọi cũng được.
hai số «phone:0912345678»-«phone:0987654321» số nào cũng không thấy gọi
gọi «phone:0912 345 678»/«phone:0987 654 321» sau ‹11/12/2026›
Đường dây nóng ghi «phone:069.2342.431» gọi không được.
Nhà tôi ở Hà Nội, số «phone:024 3825 1234», cán bộ hẹn ‹ngày 5/11›.
Số cũ «phone:01681234567» đã đổi thành «phone:0381234567» mà hệ thống chưa cập nhật.
toi goi «phone:84 912345678» ko ai bat may
Chị làm ở bàn ‹số 2› xin số «phone:84912345678» của tôi để làm gì?
Số «phone:0912,345,678» là của bố tôi, ông ‹85 tuổi›.
sdt «phone:0912 - 345 - 678»
dt «phone:0912_345_678» goi giup
Số điện thoại «phone:09 12 34 56 78», tôi tên Lan.
Tôi là Hùng «phone:0932.11.22.33», hẹn trả ‹23/11/2026› mà ‹30/11/2026› chưa có.
Mã OTP gửi về số «phone:0944 555 666» chậm ‹15 phút›.
cháu chờ từ ‹7h30› tới ‹11h›, sdt mẹ cháu «phone:0398 765 432»
«phone:0911222333» gọi tôi
Vui lòng gọi «phone:0911.222.333». Cảm ơn.
Liên hệ: «phone:0911 222 333» (Zalo) hoặc «email:lan.tran92@gmail.com»
Gửi kết quả về «email:nguyenvannam@gmail.com» giúp tôi
email «email:hoa.le@yahoo.com.vn», tôi nộp ‹2 bộ› hồ sơ
mail em: «email:minhtuan_88@hotmail.com»
Gửi qua «email:tuan88 @ gmail.com» nhé
gui vao «email:tuan88(at)gmail.com» giup em
địa chỉ thư «email:lananh[at]outlook.com»
thư điện tử «email:lan anh a còng gmail chấm com» thì tôi không biết dùng
hộp thư «email:hung.pham a còng gmail.com» đầy
gửi giúp vào «email:le-thi-mai@congty-abc.vn», hạn ‹15/12›
«email:NAM.NGUYEN@GMAIL.COM» là mail của tôi
Tôi nhận được thư từ «email:hotro@dichvucong-gia.com», có phải lừa đảo không?
Bên mail «email:0912345678@gmail.com» tôi không mở được.
Có người gửi link «link:https://vneid-gov.com/dangky» bảo cài ứng dụng.
Trang «link:http://dvc.example.vn/tra-cuu?id=12345» báo lỗi ‹404›.
vào «link:www.dichvucong.gov.vn» không được suốt ‹2 ngày›
Xem tại «link:dichvucong.bocongan.gov.vn» thấy lệ phí ‹50.000đ› nhưng ở đây ghi ‹60.000đ›
facebook «link:fb.com/nguyen.van.nam.88» của tôi
kết bạn «link:zalo.me/0912345678» để gửi giấy tờ
bấm vào «link:bit.ly/3xYzAbC» thì mất tiền
nhóm zalo «link:https://zalo.me/g/abcdef123» của xã rất tiện
Trang «link:facebook.com/congan.xa.abc» đăng lịch sai, ghi ‹7h-11h30›
kênh «link:https://youtu.be/dQw4w9WgXcQ» hướng dẫn ‹5 phút› là xong
trang «link:t.me/hotro_giayto» mạo danh công an
Số CCCD «paper:042190001234» bị in sai ngày sinh.
Căn cước của tôi «paper:042 190 001 234» hết hạn năm ‹2025›.
CMND cũ «paper:187654321» đổi sang thẻ mới mất ‹20 ngày›
cmnd «paper:187 654 321» cap nam ‹2011›
Số định danh con tôi «paper:042324001234», cháu ‹2 tuổi›.
CCCD: «paper:042190001234», SĐT: «phone:0912345678», nhờ kiểm tra giúp.
cccd «paper:0421 9000 1234» bi nham ten dem
số căn cước «paper:042-190-001234» nhập ‹3 lần› đều báo lỗi
CMND «paper:187.654.321» của mẹ tôi
Số hộ chiếu «paper:C1234567» ghi nhầm thành «paper:C1234576»
hộ chiếu «paper:P00123456» nhận đúng hẹn
Bằng lái số «paper:420123456789» đổi ‹135.000› hợp lý
Mã số thuế «paper:3001234567» của hộ kinh doanh tôi bị nhập sai
Mã BHXH «paper:4212345678» không liên thông được
đọc «paper:042190001234» mà cán bộ gõ thành «paper:042190001243»
ĐDCN «paper:0 4 2 1 9 0 0 0 1 2 3 4» bị trùng
căn cước công dân số «paper:042０９０００１２３４» gõ bằng điện thoại
Xe «plate:38A-123.45» của tôi đăng ký nhanh, ‹1 buổi› là xong.
Biển số «plate:38-B1 234.56» cấp đúng hẹn ‹2 ngày›.
xe «plate:38AA-012.34» cấp sai màu biển
xe công ty «plate:29LD-123.45» chờ ‹3 tiếng›
xe cơ quan «plate:80A 123.45» được ưu tiên trước dân
xe ngoại giao «plate:80-NG-123-45» đỗ chắn lối vào
biển cũ «plate:38A-1234» đổi sang biển ‹5 số› mất ‹150.000 đồng›
xe máy «plate:38H1-2345» biển ‹4 số› cũ
bien so «plate:38a12345» dang ky ‹ngay 12/9›
xe «plate:38b1-23456» cua toi bi phat nguoi oan
đổi biển «plate:38A 12345» thành «plate:38K-123.45»
Xe bán tải «plate:38C-012.34» và xe máy «plate:38-X1 012.34» làm cùng ngày
xe điện «plate:38-MĐ1 234.56» nộp ‹100.000 đồng›
xe «plate:51F-97022» sang tên đổi chủ ‹3 lần› đi lại
xe «plate:30E 922.91» từ Hà Nội về, hồ sơ gốc đủ
biển «plate:15B1-123.45» mất, làm lại ‹5 ngày› chưa có
xe tôi biển «plate:38 A 123.45»
Thẻ ATM «card:9704 3668 1234 5678 901» không quẹt được ở đây
thẻ visa «card:4111 1111 1111 1111» trừ tiền ‹2 lần›
thẻ «card:4111111111111111» bị từ chối, phải trả tiền mặt ‹75.000đ›
thẻ «card:9704-1512-3456-7890» nộp phí báo lỗi
Hoàn lại tiền vào STK «account:0123456789» Vietcombank giúp tôi
số tài khoản «account:1903 4567 8901 23» Techcombank
chuyển ‹50.000đ› vào tk «account:21510001234567» BIDV mà chưa thấy biên lai
stk «account:0123 456 789» mb bank
Số tài khoản: «account:3600205123456» Agribank, cán bộ bảo nộp ‹1.200.000 đồng›
tài khoản số «account:8888686868» không phải của kho bạc
hoàn phí vào stk của tôi «account:19034567»
Mã hồ sơ «dossier:G12.34.56-260123-0001» quá hạn ‹10 ngày›
hồ sơ «dossier:H35.20-261105-0012» trên cổng báo đang xử lý
Tra mã «dossier:000.00.12.H35-261101-0003» không thấy
mã «dossier:G01.899.101.000-261112-0107» trễ hẹn ‹4 ngày›
0 hài lòng, gọi «phone:0935 888 999» gặp tôi
Tôi Nguyễn Văn A, CCCD «paper:042085012345», xe «plate:38A-678.90», ĐT «phone:0916789012».
Cán bộ Minh xin «phone:0916 789 012» của vợ tôi, không hiểu để làm gì, lúc đó ‹15h40›
toi ten Huong, «phone:0379.555.123», mat the ‹2 thang› chua cap lai, dong ‹70k›
Gia đình tôi ‹4 người›, chủ hộ CCCD «paper:042068009876», làm cư trú ‹1 lần› là xong
em nộp ‹01/11›, sdt em «phone:0345.678.910» cần gấp để đi học
«phone:0888 123 456» Trang, phàn nàn về bàn ‹số 3›
Gọi «phone:+84 239 3855 123» máy bận suốt ‹20 phút›
Tôi ở nước ngoài, số «phone:+82 10 1234 5678», làm hộ chiếu cho con
người nhà bên Nhật «phone:+81-90-1234-5678» không nhận được tin
Số máy «phone:0912\u200B345\u200B678» của tôi
số «phone:0912\u00A0345\u00A0678» gọi giờ hành chính ‹7h30 - 17h›
liên hệ «phone:0912–345–678» nhé
điện thoại «phone:(024)38251234» phòng tiếp dân
đọc số «phone:không ba tám, bảy sáu năm, bốn ba hai một» là của con trai tôi
so toi «phone:khong chin mot hai ba bon nam sau bay tam» nha
Zalo: «phone:0 912 345 678»
sim «phone:0 91234 5678» chính chủ mà báo không
số thuê bao «phone:(0912)345678» chưa chuẩn hóa
gọi «phone:0912/345/678» giúp tôi
điện thoại cơ quan «phone:0239/3855123» không ai nghe
Đổi số «phone:0912.345678» sang «phone:0912345.679» trên VNeID mất ‹30 phút›
nhắn «phone:0 9 1 2.3 4 5.6 7 8» giùm
Cán bộ nhiệt tình, ‹10 phút› là xong.
Chờ ‹45 phút› mới đến lượt, có ‹2 người› làm mà chỉ ‹1 người› tiếp.
Lệ phí ‹1.200.000 đồng› có đúng không?
Tôi nộp ‹500k› mà không có biên lai.
Làm thẻ mất ‹1,2 triệu› là quá cao.
Phạt ‹100.000.000 đ› với hộ kinh doanh là nặng.
phí ‹150000đ› có niêm yết
Đóng phí ‹75.000›, nhận lại ‹25.000› tiền thừa.
nop ‹250000 vnd› qua mang
Hẹn ‹23/11/2026› mà ‹25-11-2026› mới có.
Nghỉ lễ ‹2.9.2026› không báo trước, dân đi ‹12 km› về không.
Luật ‹91/2025/QH15› quy định rồi mà cán bộ vẫn yêu cầu phô tô.
Theo Nghị định ‹356/2025/NĐ-CP› thì không cần giấy này.
Thông tư ‹66› và Thông tư ‹79/2024/TT-BCA› khác nhau chỗ nào?
Thủ tục ‹1.004222› làm trực tuyến được không?
Mã thủ tục ‹1.004222.000.00.00.H56› không tìm thấy trên cổng.
Tôi sinh năm ‹1954›, chữ trên bảng nhỏ quá.
Phòng ‹102› tầng ‹1› nóng, chỉ có ‹1 quạt›.
Làm ‹3 lần› mới xong: ‹12/10›, ‹19/10› và ‹26/10›.
Bốc số ‹057› từ ‹7h15› đến ‹9h40› mới gọi.
Có ‹2/3› cửa đóng, dân chờ ngoài nắng ‹35 độ›.
Trẻ dưới ‹14 tuổi› làm căn cước rất nhanh, cảm ơn.
‹5 sao› cho các đồng chí công an xã.
Cho ‹10 điểm›!
‹100%› hài lòng
Máy lấy số hỏng từ ‹01.11.2026› - ‹15.11.2026› chưa sửa.
Làm việc sáng ‹07:00-11:30›, chiều ‹13:30-17:00› là hợp lý.
Giờ tiếp dân ghi ‹7.30 - 11.30› mà ‹8.15› mới có người.
Năm ‹2024 2025 2026› đều phải làm lại giấy tạm trú.
Tôi đi xe buýt ‹38› cây số ‹2 lượt› hết ‹60 nghìn›.
Phô tô ‹4 tờ› ‹2.000đ/tờ›, ngoài kia ‹500 đồng›.
Hồ sơ ‹3 trang› mà bắt viết lại ‹2 lần› vì sai ‹1 chữ›.
Tổ ‹5›, thôn ‹12›, ai cũng khen.
Nhà số ‹125A› đường Phan Đình Phùng, chờ cấp số nhà ‹6 tháng›.
Ngõ ‹12/34/56› xe không vào được nhưng cán bộ vẫn đến tận nhà.
Điều ‹15› khoản ‹2› điểm a nói rõ mà.
Gọi ‹113› rất nhanh, ‹10 phút› có mặt.
Tổng đài ‹1900 0368› hướng dẫn dễ hiểu.
Phí đăng ký xe ‹20.000.000 đồng› ở Hà Nội, ở đây ‹1.000.000 đồng›.
Xe tôi mua ‹450 triệu›, lệ phí trước bạ ‹45.000.000› đồng thì đúng.
Xe ‹1 tỷ 200 triệu› nộp ‹120 triệu›.
Bị thu thêm ‹100k› tiền ép nhựa.
Sân rộng ‹200 m2›, đỗ được ‹30 xe›.
Con tôi ‹17 tuổi 11 tháng› được hướng dẫn chu đáo.
Đi ‹4 lần› trong ‹2 tuần›, mỗi lần ‹25 km›.
Hệ thống lỗi từ ‹9h› đến ‹10h30› ngày ‹17/11›.
Lúc ‹16g45› báo hết giờ, hẹn ‹8g› sáng mai.
Nghị quyết ‹60-NQ/TW›, sáp nhập xong phải đi xa thêm ‹15km›.
Mẫu ‹CT01› dán tường chữ bé, mẫu ‹TK02› không có.
Đã làm theo Quyết định ‹06/QĐ-TTg›, rất tiện.
VNeID mức ‹2› kích hoạt trong ‹5 phút›.
Windows ‹10› máy cũ, đợi ‹20 phút› mở phần mềm.
Thu ‹90.000 - 100.000 đồng› tùy người là sao?
‹8/10› điểm, trừ ‹2› vì nóng.
Làm ngày thứ ‹7› tiện cho công nhân.
Từ ‹1-7-2025› bỏ cấp huyện, dân đỡ đi ‹1 cấp›.
Khoảng ‹20-30 phút› là xong, nhanh hơn năm ‹2023› nhiều.
Ghế chỉ có ‹6 cái› mà ‹40 người› chờ.
Tôi ‹68t›, mắt kém, được cán bộ điền hộ.
Chờ từ số ‹21› đến số ‹35› mất ‹1 tiếng 20 phút›.
Thẻ hẹn ‹7 ngày›, sau ‹5 ngày› đã có.
lam nhanh, ‹15p› la xong, ‹0 dong› phi
Chi phí tổng ‹150.000 + 75.000 = 225.000›.
Quý ‹3/2026› làm tốt hơn quý ‹2/2026›.
Tỷ lệ ‹96,4 %› ghi trên bảng có thật không?
Hướng dẫn rõ ràng, không phải đi lại nhiều.
Cán bộ niềm nở, lịch sự, cám ơn.
Nơi để xe chật, trời mưa không có mái che.
Anh công an số hiệu ‹123-456› rất tận tình.
Tôi gọi «phone:0967 111 222» lúc ‹13 giờ 5 phút›, máy bận.
xin cấp lại biển «plate:38A-555.66», mất ‹ngày 30/4/2026›
nộp ‹3.000.000đ› tiền đặt cọc không có phiếu thu
Thu ‹1tr2› mà chỉ ghi ‹200k› trong biên lai
Tôi có ‹2 xe› cùng tên, hồ sơ xe ‹110 phân khối› bị thất lạc
em ở trọ ‹8 tháng›, chủ trọ «phone:0394567890» không chịu ký
CCCD của chồng là «paper:001085123456», của tôi «paper:001187654321».
Mất ‹2 buổi›, tốn ‹100.000đ› tiền xe ôm, mai lại lên tiếp
Ngày ‹15 tháng 11 năm 2026› tôi nộp, giấy hẹn ghi ‹25/11›.
Quạt hỏng ‹3 cái›, bóng đèn ‹2 cái›, nóng ‹38 độ›.
Bàn ‹4› ghế ‹12›, máy tính ‹1› chiếc, sóng wifi yếu
Nên có thêm nước uống cho người già.
`
  .trim()
  .split('\n');

/**
 * Written after the rules were tuned, in two rounds. At first sight the rules caught 77 of these 83 identifiers and
 * touched none of the 86 harmless numbers; expect that of new comments. What they missed has been taught to them.
 */
export const heldOut = `
Anh Thắng trực sáng ‹thứ 5› hướng dẫn tận tình, có gì gọi em «phone:0328.45.67.89» ạ.
Mất điện thoại nên đổi số từ «phone:0918273645» thành «phone:0329.182.736», làm ‹1 lần› là xong.
lien lac: «phone:0 9 8 8 - 1 2 3 - 4 5 6» (goi sau ‹19h›)
Con trai tôi ở Đức «phone:+49 151 23456789» nhờ tôi làm hộ hộ chiếu.
«phone:(+84)973.555.444» là số của tôi, đã nộp ‹400.000đ›.
Máy lẻ «phone:0239.3.888.999» không ai nhấc máy ‹cả 3 hôm›.
số mới: «phone:0911 22 33 44»; số cũ «phone:0122 345 6789» đã bỏ
Tôi để «phone:091-234-5678» ngoài bì hồ sơ
SĐT liên hệ: «phone:0975.246.810 »hoặc bàn «phone:02393855999»
gọi «phone:84-912-345-678» cho tôi trước ‹16h30 ngày 27/11›
Bố cháu là thương binh ‹2/4›, ‹81 tuổi›, phải đi ‹18 km›.
Cán bộ tên Đức bảo kết bạn Zalo số «phone:O969 888 777» để chuyển ‹200 nghìn›.
Nhờ chỉnh lại nơi sinh, CCCD «paper:042 085 007 891», cấp ‹15/03/2022›.
cccd so «paper:042185007891» va cua con «paper:042215001122», cho ‹35p›
chứng minh thư «paper:183 456 789» từ năm ‹1998› đã mờ
Số thẻ căn cước «paper:0421-8500-7891» quét không ra
Thẻ BHYT «paper:HS4424212345678» không tích hợp được trên VNeID
passport «paper:B9876543» hết hạn ‹tháng 8/2025›
GPLX «paper:790123456789» hạng ‹A1› đổi sang nhựa
mã định danh cháu «paper:042-321-004567», nhập hộ khẩu về ông bà
Xe «plate:38A-999.99» làm trước tôi dù đến sau ‹30 phút›.
biển «plate:38F1-123.45» dán sai tem
Xe tải «plate:38H-012.34» và rơ moóc «plate:38R-012.34», phí ‹150.000đ/xe›
biển vàng «plate:38E-001.23» chạy dịch vụ nộp ‹1 triệu›
xe em bks «plate:38k1 12345», nộp ‹ngày 3/11›
đăng kí xe cũ «plate:38-P1 5678» từ đời ‹2005›
Phản ánh xe biển xanh «plate:38A-000.12» đỗ trước cổng ‹2 tiếng›
email công ty «email:ketoan.hatinh@cty-minhanh.com.vn» xin gửi hóa đơn ‹75.000›
Mail: «email:thuyduong1999[@]gmail.com»
email cua em la «email:hoangvu at gmail dot com»
Họ gửi tin nhắn kèm «link:http://vneid.dinhdanh-so.cc» đòi ‹12.000 đồng›.
Trang «link:congan.hatinh.gov.vn/thu-tuc/1.004222» không cập nhật phí.
xem fb «link:www.facebook.com/profile.php?id=100012345678901» của người môi giới thu ‹3 triệu›
nhóm «link:chat.zalo.me» đăng lịch ‹tuần 47›
Họ bắt chuyển vào số tài khoản «account:107 8765 43210» ngân hàng VietinBank ‹350.000 đ›
STK: «account:5200 1234 5678», chủ tài khoản Nguyễn Thị B
quẹt thẻ «card:5123 4567 8901 2346» không được, lần ‹2› mới được
Hồ sơ «dossier:G22.10.05-261109-0045» chờ bổ sung ‹2 lần› rồi
Sổ hộ khẩu ghi ‹7 nhân khẩu› mà hệ thống chỉ ra ‹5›.
Ngày ‹02-09› nghỉ lễ, ngày ‹03-09› vẫn đóng cửa đến ‹08:45›.
Tiền nhà ‹2tr5›, điện ‹3.500 đ/kWh›, làm tạm trú không mất phí nào.
Đất ‹1.250 m2›, thửa ‹145› tờ bản đồ ‹32›, không liên quan đến công an mà cũng hỏi.
Theo khoản ‹3› Điều ‹27› Luật ‹26/2023/QH15› thì trẻ ‹6 tuổi› được cấp.
Nộp ‹1 350 000 đồng› cho bên phòng cháy, biên lai ký hiệu ‹AA/22›.
Máy đọc thẻ hỏng ‹3/5 ngày›, tỉ lệ thành công chắc ‹40%›, trong khi báo cáo ‹99,8%›.
Thu hồi ‹120.000.000› tiền đặt cọc nhầm, rất biết ơn.
Từ ‹8h00-9h00› sáng ‹24.11.2026› chỉ gọi được ‹6 số›, ‹50 người› đứng chờ.
Kiểm tra dân cư lúc ‹22 giờ 30›, ‹4 cán bộ› mặc sắc phục, lịch sự.
Xin cấp lại mật khẩu, em là Dũng «phone:0942 118 907», làm ở xã được ‹2 năm›.
ĐT «phone:0965118907» – «phone:02393.867.113» (nhà), gọi trước ‹20h›
tel: «phone:+84 (0) 942 118 907»
phone «phone:0084942118907»
alo «phone:094.211.89.07» gặp a Bình, e đợi ‹từ 8g15›
số thầy giáo cháu «phone:0942118 907» xác nhận giúp
SDT : «phone:0942  118  907»
có ‹2 số› «phone:0942118907» và «phone:0942118908» đều tắt máy
cán bộ ghi «phone:0942 118 9O7» vào sổ
Lan-«phone:0942118907»-thôn ‹7›
Cháu xin số anh Cường: «phone:không chín bốn hai, một một tám, chín không bảy»
Giờ làm việc ‹7g30-11g30›, ‹13g30-17g›, đúng giờ.
Làm thẻ cho ‹3 cháu› hết ‹0đ›, tuyệt vời.
Nhà xa ‹22km›, đi ‹2 lượt› tốn ‹80.000 xăng›.
Nên mở thêm ‹sáng chủ nhật 29/11›.
Tôi chấm ‹9,5 điểm›.
Lấy số ‹A045› lúc ‹7:05›, tới ‹9:50› chưa được gọi.
Sai ngày sinh ‹05-08-1987› thành ‹08-05-1987› trên thẻ.
Tôi đóng ‹2 x 50.000đ = 100.000đ› có biên lai đầy đủ.
Phí cấp đổi biển ‹từ 100.000 đến 150.000 đồng›.
Thông báo số ‹245/TB-CAX ngày 10/11/2026› dán khuất.
cccd e «paper:042200004455» chưa kích hoạt được, làm ‹3 lan› r
Vợ «paper:042188003322», chồng «paper:042186002211», con «paper:042222001133»: chưa nhập khẩu.
CMND số «paper:184332211» (cấp năm ‹2009›)
Chứng minh «paper:184 33 22 11» mất đã lâu
số CC: «paper:042 1 92 004455»
Định danh «paper:04218 8003 322» in mờ
hộ chiếu số «paper:N2345678»
mst «paper:3002112233-001» của chi nhánh
Ô tô «plate:38A 456.78», moto «plate:38B2-123.45» sang tên cùng ‹1 ngày›.
bks «plate:38A–456.78» bị nhầm
Xe «plate:38A45678» màu trắng
xe dream «plate:38F6 4567» mua lại năm ‹2012›
xe tôi «plate:43A1-234.56» từ Đà Nẵng chuyển về, chờ ‹2 ngày›
hỏi biển đẹp «plate:38K-888.88» đấu giá ‹tới 500 triệu›
Thư mời gửi «email:info.vp@hatinh-logistics.vn» nhé
gmail: «email:quynhtrang.2001@gmail.com», hẹn ‹ngày 1/12›
gửi «email:bao.an@ gmail.com»
em học hướng dẫn ở «link:https://www.tiktok.com/@congan/video/73123456789»
vào «link:Facebook.com/abc.xyz» mà xem dân nói gì
App tải từ «link:vneid.apk-tai.top/download» là giả mạo
stk vcb «account:1012345678» hoàn giúp ‹75k›
số tk: «account:0451000 234567» (Vietcombank)
momo «phone:0942118907» nhận lại ‹150k› tiền thừa
thẻ «card:9704.3611.2233.4455.667» bị nuốt
mã biên nhận «dossier:G22.10.05-261112-0101», trễ ‹6 ngày›
`
  .trim()
  .split('\n');
